/** Whether a value is one of these. */
export const oneOf =
  <const Values extends readonly unknown[]>(values: Values) =>
  (value: unknown): value is Values[number] =>
    values.includes(value);
