import assert from 'node:assert/strict';
import { test } from 'node:test';
import { singleFlight } from '#lib/covers/single-flight';

/** A drawing that is done, or fails, when the test says so. */
function easel() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let begun = 0;
  const draw = () => {
    begun += 1;
    return promise;
  };
  return { draw, resolve, reject, begun: () => begun };
}

test('who asks for the same at the same time gets the same, drawn once', async () => {
  const [once, emma] = [singleFlight<string>(), easel()];
  const asked = Array.from({ length: 5 }, () => once('emma', emma.draw));
  emma.resolve('a picture');
  assert.deepEqual(new Set(await Promise.all(asked)), new Set(['a picture']));
  assert.equal(emma.begun(), 1);
});

test('another picture is drawn meanwhile', async () => {
  const [once, emma, persuasion] = [singleFlight<string>(), easel(), easel()];
  const asked = [once('emma', emma.draw), once('persuasion', persuasion.draw)];
  emma.resolve('one');
  persuasion.resolve('another');
  assert.deepEqual(await Promise.all(asked), ['one', 'another']);
});

test('what is done, or has failed, is drawn again for who asks later', async () => {
  const once = singleFlight<string>();
  const [failing, done, later] = [easel(), easel(), easel()];
  const asked = [once('emma', failing.draw), once('emma', failing.draw)];
  failing.reject(new Error('The ink ran out.'));
  for (const { status } of await Promise.allSettled(asked)) assert.equal(status, 'rejected');
  done.resolve('first');
  later.resolve('second');
  assert.equal(await once('emma', done.draw), 'first');
  assert.equal(await once('emma', later.draw), 'second');
});
