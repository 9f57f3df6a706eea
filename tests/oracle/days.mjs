// Days as ISO texts.
const DAY = 24 * 60 * 60 * 1000;

export const daysBetween = (from, to) => (Date.parse(to) - Date.parse(from)) / DAY;

export const daysAfter = (day, count) =>
  new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);

/** So many days later from Monday to Friday; public holidays are not known. */
export function businessDaysAfter(day, count) {
  let date = day;
  for (let left = count; left > 0; ) {
    date = daysAfter(date, 1);
    const weekday = new Date(date).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return date;
}
