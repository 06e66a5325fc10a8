const style = /\u001B\[[\d;]*m/gu;
/** Latin letters, dashes, quotes, arrows and the marks that we draw with. */
const narrow = /^[\x20-\x7E\xA1-\xAC\xAE-\u02FF\u2010-\u2027\u2030-\u205E\u2190-\u2193\u2264\u2265\u2500-\u25FC]*$/u;
const joiner = '\u200D';
const emojiStyle = '\uFE0F';

// Classes of letters take a millisecond to compile: that waits for the first text that needs them.
const isZero = (character: string) => /^[\p{Mn}\p{Me}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]$/u.test(character);
const isEmoji = (character: string) => /^\p{Extended_Pictographic}$/u.test(character);
const isSkinTone = (character: string) => /^[\u{1F3FB}-\u{1F3FF}]$/u.test(character);
const isWide = (character: string) =>
  /^(?![\u{1F1E6}-\u{1F1FF}])(?:\p{Emoji_Presentation}|[\u1100-\u115F\u2329\u232A\u2630-\u2637\u268A-\u268F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18DFF}\u{1AFF0}-\u{1B2FF}\u{1D300}-\u{1D376}\u{1F200}-\u{1F2FF}\u{20000}-\u{3FFFD}])$/u.test(
    character,
  );

/** Tells at a glance that each UTF-16 unit of a text is a character of one column. */
export function isNarrow(text: string): boolean {
  return narrow.test(text);
}

/**
 * The columns that a text takes on the screen: colours and marks take none, wide characters and emoji two.
 * Ours because the library for it takes a third of a bare Node's start to load; it is the test's oracle.
 */
export function textWidth(text: string): number {
  const bare = text.includes('\u001B') ? text.replace(style, '') : text;
  if (isNarrow(bare)) return bare.length;
  let width = 0;
  let before = '';
  for (const character of bare) {
    width += characterWidth(character, before);
    before =
      character === emojiStyle || isSkinTone(character)
        ? before
        : character === joiner && isEmoji(before)
          ? joiner
          : character;
  }
  return width;
}

function characterWidth(character: string, before: string): number {
  if (before === joiner) return isEmoji(character) ? 0 : plainWidth(character);
  if (character === emojiStyle) return /^[\p{Emoji}]$/u.test(before) && plainWidth(before) === 1 ? 1 : 0;
  if (isSkinTone(character) && isEmoji(before)) return 0;
  return plainWidth(character);
}

function plainWidth(character: string): number {
  if (isZero(character)) return 0;
  return isWide(character) ? 2 : 1;
}
