/** What a UTF-16 code unit is to the tokeniser. */
export enum Class {
  Unknown,
  Space,
  Letter,
  Digit,
  Other,
}

const LETTER = /^[\p{L}\p{M}]$/u
const DIGIT = /^\p{Nd}$/u
const SPACE = /^\s$/u

/** The class of each code unit that has been met; the expressions are slow. */
const classes = new Uint8Array(0x10000)

export function classOf(code: number): Class {
  const known = classes[code] as Class
  return known === Class.Unknown ? meet(code) : known
}

function meet(code: number): Class {
  const found = find(code)
  classes[code] = found
  return found
}

function find(code: number): Class {
  // control characters part words as spaces do
  if (code <= 32) return Class.Space
  // the two halves of an astral character stay together as a letter-like run
  if (code >= 0xd800 && code <= 0xdfff) return Class.Letter
  const char = String.fromCharCode(code)
  if (LETTER.test(char)) return Class.Letter
  if (DIGIT.test(char)) return Class.Digit
  return SPACE.test(char) ? Class.Space : Class.Other
}
