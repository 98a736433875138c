import type { Translate } from '#lib/i18n/translator';
import { themes } from '#lib/session/shape';
import { chooseTheme } from '../preferences/actions';
import { ChoiceForm } from './choice-form';

export function ThemeForm({ theme, t }: { theme: (typeof themes)[number]; t: Translate }) {
  const choices = themes.map((value) => ({ value, label: t(`theme.${value}`) }));
  return (
    <ChoiceForm
      action={chooseTheme}
      name="theme"
      legend={t('theme.title')}
      choices={choices}
      current={theme}
    />
  );
}
