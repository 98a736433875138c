import { after, before, mock } from 'node:test';

/** For tests of what is found however long it takes: searches look at this clock and never run out of time. */
export function stoppedClock(): void {
  before(() => {
    mock.method(performance, 'now', () => 0);
  });
  after(() => mock.restoreAll());
}
