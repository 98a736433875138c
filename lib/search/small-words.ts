/** Words that say little of which book is meant, and what readers add to a title. */
export const smallWords = new Set(
  (
    'the a an of and in on to for by with at from is it its as or be my novel book books story tale volume vol part edition ' +
    'el la los las un una y de del en por para con su al libro novela o os as um uma e do da dos das no na com livro ' +
    'le les une et du des au aux pour par der die das ein eine und von zu im mit den dem buch roman il lo gli di'
  ).split(' '),
);
