'use client';

import { useSyncExternalStore } from 'react';
import { failures } from '#lib/i18n/failures';

type Words = (typeof failures)['en'];

const wordsIn = (language: string): Words =>
  Object.entries(failures).find(([locale]) => locale.split('-')[0] === language.split('-')[0])?.[1] ??
  failures.en;

/** The page is broken, so it is told here, and not by the server, which language it was in. */
const pageLanguage = () => document.documentElement.lang || navigator.language;

export function Failure({ retry }: { retry: () => void }) {
  const language = useSyncExternalStore(
    () => () => {},
    pageLanguage,
    () => 'en',
  );
  const words = wordsIn(language);
  return (
    <div className="measure mt-12" role="alert">
      <h1>{words.title}</h1>
      <p className="my-4">{words.text}</p>
      <p className="flex flex-wrap gap-3">
        <button type="button" className="button" onClick={retry}>
          {words.again}
        </button>
        <a className="button button-quiet" href="/">
          {words.home}
        </a>
      </p>
    </div>
  );
}
