declare module 'wink-porter2-stemmer' {
  /** Stems a lower-case word by Porter2. */
  export default function stem(word: string): string;
}
