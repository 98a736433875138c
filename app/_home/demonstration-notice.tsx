import type { Translate } from '#lib/i18n/translator';
import { ActionForm } from '../_ui/action-form';
import { closeNotice } from '../preferences/actions';

/** Says that the loans are invented and how to start one's own library, until the reader closes it. */
export function DemonstrationNotice({ t }: { t: Translate }) {
  return (
    <aside className="notice" aria-label={t('demonstration.title')}>
      <p className="flex-1 basis-80">
        <strong>{t('demonstration.title')}. </strong>
        {t('demonstration.text')}
        {/* On a line of its own: the lines above break alike in whatever letters are there first. */}
        <code className="block">DEMO=off DATA_DIR=./my-library npm start</code>
      </p>
      <ActionForm action={closeNotice}>
        <button className="button button-quiet" type="submit" name="notice" value="demonstration">
          {t('demonstration.close')}
        </button>
      </ActionForm>
    </aside>
  );
}
