'use client';

import { Failure } from './_ui/failure';

export default function PageError({ retry }: { error: unknown; retry: () => void }) {
  return <Failure retry={retry} />;
}
