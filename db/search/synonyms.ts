import { wordsOf } from '#db/text/words';

/** What readers call a subject, in the languages of the interface: a genre that has one of a line is found by all of it. */
const subjects = [
  'children, child, kids, kid, juvenile, niños, infantil, juvenil, crianças',
  'young adult, teen, teens, teenagers, ya, juvenil',
  'comic, comics, graphic novel, graphic novels, manga, historieta, tebeo, quadrinhos',
  'crime, detective, mystery, mysteries, thriller, whodunit, policiaca, policíaco, policial, misterio, mistério',
  'poetry, poems, poem, verse, poesía, poesia, poemas',
  'drama, play, plays, theatre, theater, teatro',
  'science fiction, sci-fi, scifi, sf, ciencia ficción, ficção científica',
  'fantasy, fantasía, fantasia, magic',
  'humour, humor, humorous, comedy, funny, comedia, comédia',
  'biography, biographies, autobiography, memoir, memoirs, biografía, biografia, memorias, memórias',
  'history, historia, história, histórico, historical',
  'short stories, short story, stories, tales, cuentos, relatos, contos',
  'horror, terror, ghost, ghosts, scary, miedo',
  'adventure, adventures, aventura, aventuras',
  'romance, love, amor, romántica, romântico',
  'animals, animal, animales, animais',
  'essays, essay, ensayo, ensayos, ensaio, ensaios',
  'philosophy, filosofía, filosofia',
  'religion, religión, religião, theology',
  'science, sciences, ciencia, ciencias, ciência, ciências',
  'cooking, cookery, cookbook, recipes, cocina, recetas, culinária, receitas',
  'travel, travels, viajes, viagens',
  'art, arts, arte, artes',
  'music, música',
  'war, military, guerra',
  'fairy tales, fairy tale, cuentos de hadas, contos de fadas',
].map((line) => line.split(', '));

const phrase = (text: string) => ` ${wordsOf(text).join(' ')} `;

/** The other names of a subject. */
export const subjectSynonyms = (name: string): string[] =>
  subjects.filter((names) => names.some((other) => phrase(name).includes(phrase(other)))).flat();

/** What a format is called, beyond what a book is called anyway. */
export const formatNames: Record<string, string> = {
  ebook: 'ebook e-book electronic digital libro electrónico livro eletrônico',
  audiobook: 'audiobook audio audiolibro audiolivro',
  comic: 'comic comics graphic novel historieta cómic quadrinhos',
  score: 'score sheet music partitura',
  map: 'map mapa',
  film: 'film movie dvd película filme',
  periodical: 'periodical magazine journal newspaper revista periódico jornal',
  large_print: 'large print letra grande',
};
