import type { Translate } from '#lib/i18n/translator';
import { themes } from '#lib/session/shape';
import { Choices } from './choices';

export function ThemeChoices({ theme, t }: { theme: (typeof themes)[number]; t: Translate }) {
  const choices = themes.map((value) => ({ value, label: t(`theme.${value}`) }));
  return <Choices name="theme" legend={t('theme.title')} choices={choices} current={theme} />;
}
