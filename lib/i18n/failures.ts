import type { Locale } from '#lib/i18n/locales';
import en from '../../messages/en/failures.json' with { type: 'json' };
import es from '../../messages/es/failures.json' with { type: 'json' };
import ptBR from '../../messages/pt-BR/failures.json' with { type: 'json' };

/** What is said when everything fails: in every language at hand, without the rest of the sentences. */
export const failures: Record<Locale, typeof en> = { en, es, 'pt-BR': ptBR };
