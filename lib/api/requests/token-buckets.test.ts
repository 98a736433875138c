import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from '#db/testing/fast-check';
import { draw, maxBuckets, type TokenBuckets } from '#lib/api/requests/token-buckets';

test('in any minute a client gets at most its bucket and what dripped into it', () => {
  const steps = fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(steps, fc.integer({ min: 1, max: 200 }), (waits, perMinute) => {
      const buckets: TokenBuckets = new Map();
      const granted: number[] = [];
      let now = 0;
      for (const wait of waits) {
        now += wait;
        const drawn = draw(buckets, 'a', perMinute, now);
        if (drawn.granted) granted.push(now);
        assert.ok(drawn.remaining >= 0 && drawn.remaining < perMinute && drawn.fullIn <= 60);
        assert.equal(drawn.granted || drawn.retryIn > 0, true);
      }
      for (const from of granted) {
        const inMinute = granted.filter((at) => at >= from && at < from + 60_000).length;
        assert.ok(inMinute <= 2 * perMinute, `${inMinute} of ${perMinute}`);
      }
    }),
  );
});

test('who waits as long as was said is served, and not a second earlier', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 1e9 }), (perMinute, now) => {
      const buckets: TokenBuckets = new Map();
      for (let i = 0; i < perMinute; i += 1) assert.ok(draw(buckets, 'a', perMinute, now).granted);
      const { granted, retryIn } = draw(buckets, 'a', perMinute, now);
      assert.equal(granted, false);
      assert.equal(draw(buckets, 'a', perMinute, now + retryIn * 1000 - 1001).granted, false);
      assert.ok(draw(buckets, 'a', perMinute, now + retryIn * 1000).granted);
    }),
  );
});

test('clients that rested are forgotten, and there are never too many', () => {
  const buckets: TokenBuckets = new Map();
  for (let i = 0; i < 10; i += 1) draw(buckets, `early ${i}`, 60, 0);
  draw(buckets, 'late', 60, 120_000);
  assert.deepEqual([...buckets.keys()], ['late']);
  for (let i = 0; i < maxBuckets + 500; i += 1) draw(buckets, `flood ${i}`, 60, 120_000);
  assert.equal(buckets.size, maxBuckets);
});
