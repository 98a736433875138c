import assert from 'node:assert/strict';
import { before, describe, type TestContext, test } from 'node:test';
import '#db/testing/alone';
import { transaction } from '#db/client';
import { catalog } from '#db/testing/catalog';
import { freshDatabase } from '#db/testing/database';
import { queriesOf } from '#db/testing/queries';
import { cachedSearch } from '#lib/search/cache/search-cache';
import { countedRelaxedQueries } from '#lib/search/no-results/no-results-queries';
import { paramsOf, parseSearch } from '#lib/search/request';
import { search } from '#lib/search/search';
import { suggest } from '#lib/search/suggestions/suggest';
import { stoppedClock } from '#lib/search/test-clock';

/** Twelve words, each of which may be any of six others. */
const stems = 'amber birch cedar dunes ember flint grove heath islet jetty knoll lodge'.split(' ');
const alike = (stem: string) => [...'abcdef'].map((letter) => `${stem}${letter}`);

describe('one deadline for all that a search asks', () => {
  freshDatabase();
  stoppedClock();
  before(() =>
    transaction(async (tx) => {
      for (const stem of stems)
        for (const word of alike(stem)) await catalog(tx, { title: `The ${word} House` });
      await catalog(tx, { title: 'Amber and Birch' });
      await catalog(tx, { title: 'Anber Birxh' });
    }),
  );

  const asked = (q: string) => parseSearch(paramsOf(String(new URLSearchParams({ q }))), { size: 10 });
  const mistyped = asked(stems.map((stem) => `${stem}x`).join(' '));

  /** A clock that stands still until it was looked at so many times, and then is far ahead. */
  const clockFor = (t: TestContext, looks: number) => {
    let looked = 0;
    return t.mock.method(performance, 'now', () => (looked++ < looks ? 0 : 100_000));
  };

  const costs = async (t: TestContext, looks: number, work: () => Promise<unknown>) => {
    const clock = clockFor(t, looks);
    const queries = await queriesOf(work);
    clock.mock.restore();
    return queries.length;
  };

  test('hundreds of questions about slips are asked no more when time is up', async (t) => {
    const all = await costs(t, Number.POSITIVE_INFINITY, () => search(mistyped));
    assert.ok(all > 50, `${all}`);
    for (const looks of [1, 2, 5, 10, 20, 40]) {
      const few = await costs(t, looks, () => search(mistyped));
      assert.ok(few <= 3 * looks + 2, `${few} after ${looks}`);
    }
  });

  test('a search for which there was no time says so, and is made again', async (t) => {
    const clock = clockFor(t, 4);
    const found = await cachedSearch(mistyped);
    assert.deepEqual([found.ids, found.coverage, found.more, found.cutShort], [[], 'timedOut', true, true]);
    clock.mock.restore();
    const again = await cachedSearch(mistyped);
    assert.notEqual(again, found);
    assert.deepEqual([again.coverage, again.cutShort], ['complete', false]);
  });

  test('whenever time ends it, what was found by then is shown', async (t) => {
    const said = new Set<string | undefined>();
    for (let looks = 1; looks < 80; looks++) {
      const clock = clockFor(t, looks);
      const { ids, correctedQuery, cutShort, coverage } = await search(asked('ambar birch'));
      clock.mock.restore();
      said.add(correctedQuery);
      assert.equal(ids.length, correctedQuery ? 1 : 0);
      assert.equal(coverage, correctedQuery ? 'complete' : 'timedOut');
      assert.ok(cutShort || correctedQuery);
    }
    assert.deepEqual(said, new Set([undefined, 'amber birch']));
  });

  test('what is typed right is found, however late it is', async (t) => {
    const clock = clockFor(t, 1);
    const { ids, coverage } = await search(asked('amber birch'));
    clock.mock.restore();
    assert.deepEqual([ids.length, coverage], [1, 'complete']);
  });

  test('ways on and suggestions give up as well', async (t) => {
    const request = asked('amber house cedara');
    assert.ok((await countedRelaxedQueries(request)).length > 0);
    assert.ok((await suggest('ambar birch')).length > 0);
    for (const giveUp of [() => countedRelaxedQueries(request), () => suggest('ambar birch')]) {
      const clock = clockFor(t, 1);
      assert.deepEqual(await giveUp(), []);
      clock.mock.restore();
    }
    const many = await costs(t, Number.POSITIVE_INFINITY, () => countedRelaxedQueries(request));
    const none = await costs(t, 1, () => countedRelaxedQueries(request));
    assert.ok(many === 3 && none === 0, `${many} and ${none}`);
  });
});
