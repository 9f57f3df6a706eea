// Imported before a script: for it, the clock has started at another time.
const RealDate = Date;
const ahead = RealDate.parse(process.env.NIGHTLY_DAY) - RealDate.now();
const now = () => RealDate.now() + ahead;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, called) =>
    Reflect.construct(target, given.length > 0 ? given : [now()], called),
  apply: () => String(new RealDate(now())),
  get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
});
