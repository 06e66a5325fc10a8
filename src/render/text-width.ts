const style = /\u001B\[[\d;]*m/gu;
const ascii = /^[\x20-\x7E]*$/u;
const zero = /^[\p{Mn}\p{Me}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;
const emoji = /^\p{Extended_Pictographic}$/u;
const skinTone = /^[\u{1F3FB}-\u{1F3FF}]$/u;
const wide =
  /^(?![\u{1F1E6}-\u{1F1FF}])(?:\p{Emoji_Presentation}|[\u1100-\u115F\u2329\u232A\u2630-\u2637\u268A-\u268F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18DFF}\u{1AFF0}-\u{1B2FF}\u{1D300}-\u{1D376}\u{1F200}-\u{1F2FF}\u{20000}-\u{3FFFD}])$/u;
const joiner = '\u200D';
const emojiStyle = '\uFE0F';

/**
 * The columns that a text takes on the screen: colours and marks take none, wide characters and emoji two.
 * Ours because the library for it takes a third of a bare Node's start to load; it is the test's oracle.
 */
export function textWidth(text: string): number {
  const bare = text.includes('\u001B') ? text.replace(style, '') : text;
  if (ascii.test(bare)) return bare.length;
  let width = 0;
  let before = '';
  for (const character of bare) {
    width += characterWidth(character, before);
    before =
      character === emojiStyle || skinTone.test(character)
        ? before
        : character === joiner && emoji.test(before)
          ? joiner
          : character;
  }
  return width;
}

function characterWidth(character: string, before: string): number {
  if (before === joiner) return emoji.test(character) ? 0 : plainWidth(character);
  if (character === emojiStyle) return /^[\p{Emoji}]$/u.test(before) && plainWidth(before) === 1 ? 1 : 0;
  if (skinTone.test(character) && emoji.test(before)) return 0;
  return plainWidth(character);
}

function plainWidth(character: string): number {
  if (zero.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}
