import { z } from 'zod';

/** The schemas that have a name in the API's description: what a `$ref` there leads to. */
export const components = z.registry<{ id: string }>();

/** Gives a schema of answers its name in the API's description, with what it is and an example of it. */
export function component<Schema extends z.ZodType>(
  id: string,
  description: string,
  schema: Schema,
  example: z.output<Schema>,
): Schema {
  const described = schema.meta({ description, examples: [example] });
  components.add(described, { id });
  return described;
}

/** One page of a list that is walked with cursors. */
export const listOf = <Item extends z.ZodType>(id: string, item: Item) => {
  const schema = z
    .object({
      items: z.array(item),
      next: z
        .string()
        .nullable()
        .describe('The `cursor` of the next page; null on the last one. The `Link` header has its address.'),
    })
    .describe('One page of a list, in its order.');
  components.add(schema, { id });
  return schema;
};
