/** The tables of OpenCC come without types: pairs of characters, `舊 旧|…`. */
declare module 'opencc-js/dict/TSCharacters' {
  const pairs: string;
  export default pairs;
}
