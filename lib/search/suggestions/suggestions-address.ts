export const suggestionsPath = '/books/suggestions';
