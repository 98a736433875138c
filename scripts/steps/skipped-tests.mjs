/** A reporter of node:test: a line of JSON for each test or group of tests that passed or was skipped. */
export default async function* reportSkipped(events) {
  for await (const { type, data } of events) {
    if (type !== 'test:pass') continue;
    const test = `${data.file}:${data.line} ${data.name}`;
    const reason = data.skip === true ? 'no reason given' : data.skip;
    yield `${JSON.stringify({ test, reason })}\n`;
  }
}

/**
 * What the reports of several runs say together: how many tests ran in none of them, by reason. A reason is what
 * stands before the colon: *needs a PostgreSQL server: PGlite has one connection*.
 * @param {string[]} reports
 */
export function skippedEverywhere(reports) {
  const lines = reports
    .flatMap((report) => report.split('\n').filter(Boolean))
    .map((line) => JSON.parse(line));
  const ran = new Set(lines.filter(({ reason }) => !reason).map(({ test }) => test));
  const skipped = new Map(
    lines.filter(({ test }) => !ran.has(test)).map(({ test, reason }) => [test, reason]),
  );
  const counts = new Map();
  for (const reason of skipped.values()) {
    const [short] = reason.split(':');
    counts.set(short, (counts.get(short) ?? 0) + 1);
  }
  return counts;
}
