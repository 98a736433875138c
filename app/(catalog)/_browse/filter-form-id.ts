/** The form that narrows a list. What stands elsewhere on the page and belongs to it names it. */
export const filterFormId = 'filter-form';
