import { z } from 'zod';
import { formKey, line, paragraphs, required } from '#lib/form-fields';

export const purchaseSuggestionForm = z.object({
  title: required(line(300), 'purchaseSuggestions.titleMissing'),
  author: line(200),
  note: paragraphs(1000),
  formKey: formKey(),
});

export type PurchaseSuggestion = z.infer<typeof purchaseSuggestionForm>;
