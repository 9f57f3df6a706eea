// Days as ISO texts.
const DAY = 24 * 60 * 60 * 1000;

export const daysBetween = (from, to) => (Date.parse(to) - Date.parse(from)) / DAY;

export const daysAfter = (day, count) =>
  new Date(Date.parse(day) + count * DAY).toISOString().slice(0, 10);

/** What was counted already, because few days are asked about, and often. */
const counted = new Map();

/** So many days later from Monday to Friday; public holidays are not known. */
export function businessDaysAfter(day, count) {
  const key = `${day} ${count}`;
  if (!counted.has(key)) counted.set(key, countedFrom(day, count));
  return counted.get(key);
}

function countedFrom(day, count) {
  let date = day;
  for (let left = count; left > 0; ) {
    date = daysAfter(date, 1);
    const weekday = new Date(date).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return date;
}
