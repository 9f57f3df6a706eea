// The caller's day.

/** As an ISO date. It is looked up once a minute: a Date costs more than a check. */
export class LocalDay {
  #minute = -1;
  #day = "";

  get now(): string {
    const minute = Math.floor(Date.now() / 60_000);
    if (minute !== this.#minute) {
      const date = new Date();
      const two = (number: number) => String(number).padStart(2, "0");
      this.#day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
      this.#minute = minute;
    }
    return this.#day;
  }
}
