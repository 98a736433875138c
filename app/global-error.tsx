'use client';

import { Failure } from './_ui/failure';
import './styles/site.css';

/** In place of the whole layout, when that is what failed. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="frame">
          <Failure retry={retry} />
        </main>
      </body>
    </html>
  );
}
