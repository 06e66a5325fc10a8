/** Phrases by which a speaker sends something away. They are matched against a sentence's line (`lineOf`). */

const given = '(?:leav(?:e|ing)|left|set(?:ting)?|put(?:ting)?)';
const sent = `(?:skip(?:ping)?|omit(?:ting)?|scrap(?:ping)?|drop(?:ping)?|refuse|reject|renounce|avoid|ignore|forget)`;
const that = '(?:any of )?(?:th(?:ese|is|ose|at|em)|it)';

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/u));

/** Every phrase below but a heading or a verdict holds one of these words: a sentence without any is not looked at further. */
export const signs = words(
  `not no none nothing never neither single refrain refraining decline declined declining without renounce renouncing dispense
  dispensing skip skipped skipping omit omitted omitting scrap scrapping drop dropped dropping refuse refused refusing reject rejected
  avoid ignore ignored forget forgetting out aside away pass passed passing done said wait unnecessary overkill unneeded needless
  useless pointless irrelevant superfluous dispensable redundant engineering overengineering theatre theater luxury luxuries fuss
  waste plating sake`,
);

/** What follows is rejected, with everything that the list goes on to name. */
export const ahead = new RegExp(
  `\\b(?:no (?:need|use|point|benefit|value|reason|interest) (?:for|to|in|of)|see(?:s|ing)? no \\w+ (?:in|for|to)|not see (?:why|the point|any|a)` +
    `|not (?:need|needing|bother|going to|planning to|want to)|(?:would|will) not(?! (?:only|just|even|trust|know|be|have|tell|show|say|help|hold|matter|fit|work|scale)\\b)` +
    `|not (?:a )?fan of|not warm to|not lose sleep (?:over|about)|refrain(?:ing)? from|declin(?:e|ing)|(?:do|doing) without|refus(?:e|ing) to|renounc(?:e|ing)|dispens(?:e|ing) with` +
    `|${given} (?:out|aside|away)|never mind|forget(?:ting)? about|pass(?:ing)? on|done with|skip(?:ping)?|omit(?:ting)?|scrap(?:ping)?|not doing|not asking|not building)(?= |$)`,
  'u',
);

/** What stands before is rejected: "X is overkill", "X: skip", "X I would leave out". */
export const behind = new RegExp(
  `\\b(?:not (?:be )?(?:needed|necessary|required|worth|warranted|justified|useful|for me|for us)\\b(?! (?:until|unless))|unnecessary|overkill|unneeded|needless|useless|pointless|irrelevant|superfluous|dispensable|redundant|over engineering|overengineering|theatre|theater|luxur(?:y|ies)|too much fuss|(?:a |pure )waste(?! of time if)|gold plating` +
    `|can (?:safely )?(?:wait|be (?:dropped|omitted|skipped|left out|ignored))(?= (?:for now|forever|probably)| ,| ;|$)` +
    `|(?:i|we) (?:would |will |can |could )?(?:rather )?(?:not (?:use|do|touch|build|bother|need|want)|${given}(?: (?:out|aside|away))|${sent})(?= (?:here|for now|entirely|completely|altogether|today|too)| ,| ;|$))`,
  'gu',
);

/** The verdict behind a colon: "Two towers: X", "listwise loss: not a fan". */
export const verdict =
  / : (?:x|no|nope|nah|none|skip(?:ped)?|never mind|whatever|not a fan|can wait|later|forget it|pass|dropped|unnecessary|overkill|not (?:needed|now|here|necessary|for us))(?= ,| ;|$)/u;

/** A sentence about what was just said, which sends it away: "None of these are warranted", "we won't do any of that". */
export const sweeping = new RegExp(
  `\\b(?:none|not a single one|a single one|no part|(?:do|use|need|want|take) nothing) of (?:${that}|which)\\b(?! (?:is|are) (?:lost|free|easy|new))` +
    `|\\b(?:i|we|us) (?:\\w+ ){0,2}not (?:do|use|need|bother|build|touch|include|add|want|find|spend)(?: \\w+){0,2} ${that}(?! (?:to|can|are|is|as|for|when|until|if|because|we)\\b)` +
    `|\\b(?:skip(?:ping)?|omit(?:ting)?|scrap(?:ping)?|renounce|refuse|declin(?:e|ing)|pass(?:ing)? on|done with|renounc(?:e|ing)|dispens(?:e|ing) with|(?:do|doing) without) ${that}(?= |$)` +
    `|\\b(?:leav(?:e|ing)|set|put) ${that} (?:out|aside|away)\\b` +
    `|^(?:(?:all|any|each|most) of )?${that}(?: all)? (?:is|are|would be|seems?|feels?|looks?) (?:all |just |pure |really |completely |simply )*(?:overkill|unnecessary|unneeded|needless|pointless|superfluous|over engineering|theatre|a waste|a luxury|luxuries|too much|infrastructure for its own sake|not (?:needed|necessary|warranted|worth it|worth the))\\b` +
    `|\\ball of (?:this|that) is (?:theatre|overkill|a waste)|\\bcount me out\\b` +
    `|\\bnot see (?:why|the point|any)\\b.{0,40}\\b(?:this|that|it|them)\\b` +
    `|^not doing ${that}\\b|^(?:and |but |so )?(?:i|we) (?:refused|declined|passed|said no|skip|skipped|would not|will not|could not be bothered)(?= ,|$)`,
  'u',
);

/** The sentence sweeps away several sentences before it, not one. */
export const sweepsMany = /\b(?:none|nothing|all|any|each|one|these|those|them|which)\b/u;

/** A heading of what is left out. */
export const leftOut =
  /^(?:out|left out|leaving out|not doing|not asking|not in (?:scope|v1|the design)|skip(?:ped|ping)?|dropped|omitted|rejected|will not do|not needed|do not need)\b(?: \w+){0,4}(?: , [\w ]+)?$/u;
