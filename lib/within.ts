import { afterPatience } from '#db/patience';

/** Rejects where `work` takes longer than `ms` milliseconds; it may still end, and nobody hears of it. */
export function within<Result>(work: Promise<Result>, ms: number): Promise<Result> {
  return new Promise((resolve, reject) => {
    const cancel = afterPatience(ms, () => reject(new Error(`no answer within ${ms} ms`)));
    work.then(resolve, reject).finally(cancel);
  });
}
