import type { Translate } from '#lib/i18n/translator';
import { type SessionValues, themes } from '#lib/visitor/session-shape';
import type { ButtonGroupProps } from '../_ui/button-group';

/** Light, dark, or as the device is. */
export const themeChoices = (current: SessionValues['theme'], t: Translate): ButtonGroupProps => ({
  name: 'theme',
  legend: t('theme.title'),
  choices: themes.map((value) => ({ value, label: t(`theme.${value}`) })),
  current,
});
