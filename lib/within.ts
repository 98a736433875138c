import { afterSilence } from '#db/patience';

/** Rejects where `work` takes longer than `ms` milliseconds; it may still end, and nobody hears of it. */
export const within = <Result>(work: Promise<Result>, ms: number): Promise<Result> =>
  unlessSilent(work, { ms, heard: () => 0, most: ms });

type Patience = Parameters<typeof afterSilence>[0];

/** Rejects where nothing was heard for too long while `work` goes on. */
export function unlessSilent<Result>(work: Promise<Result>, patience: Patience): Promise<Result> {
  return new Promise((resolve, reject) => {
    const cancel = afterSilence(patience, () => reject(new Error(`no answer within ${patience.ms} ms`)));
    work.then(resolve, reject).finally(cancel);
  });
}
