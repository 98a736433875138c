import type { Option } from '#lib/search/suggestions/suggested-options';

export type Answer = { label: string; said: string; options: Option[] };

const pause = 120;

/** Asks for suggestions once nobody has typed for a moment; a question that is overtaken is given up. */
export function suggestionAsker(tell: (answer: Answer | undefined) => void) {
  let present = new AbortController();
  const stop = () => present.abort();
  const ask = (q: string) => {
    stop();
    const question = new AbortController();
    present = question;
    const answer = (found: Answer | undefined) => {
      if (!question.signal.aborted) tell(found);
    };
    if (q.trim() === '') return answer(undefined);
    const timer = setTimeout(() => void suggestionsFor(q, question.signal).then(answer), pause);
    question.signal.addEventListener('abort', () => clearTimeout(timer));
  };
  return { ask, stop };
}

/** Without suggestions the box is as good as without a network: nothing is said of what went wrong. */
async function suggestionsFor(q: string, signal: AbortSignal): Promise<Answer | undefined> {
  const query = new URLSearchParams({ q, language: document.documentElement.lang });
  try {
    const headers = { accept: 'application/json' };
    const answer = await fetch(`/books/suggestions?${query}`, { headers, signal });
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}
