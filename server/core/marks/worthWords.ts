import type { WorthReason } from './marks.ts'

/** Words that make an editor ask for a source, by the reason why. */
const LISTS: ReadonlyArray<readonly [WorthReason['because'], string]> = [
  [
    'crime',
    `murder murdered murders homicide shot shooting shootings stabbed raped rape assault assaulted abuse abused robbery robbed theft stole stolen fraud defrauded
     bribe bribes bribery bribed corruption corrupt embezzled embezzlement laundering laundered smuggling smuggled trafficking trafficked traffickers kidnapped kidnapping extortion blackmail
     stole steals stealing bribery arson hacked hacking terrorist terrorists terrorism torture tortured massacre genocide perjury conspiracy conspired looted plagiarised plagiarized plagiarism`,
  ],
  [
    'accusation',
    `accused accuses lied lying cheated covered-up cover-up misconduct wrongdoing negligence negligent misled deceived illegal illegally unlawful unlawfully violated violating violation violations
     racist sexist harassment harassed discriminated discrimination retaliated retaliation scandal liable complicit skipped ignored falsified forged fabricated rigged stonewalled`,
  ],
  [
    'non-public act',
    `secret secretly covert covertly privately confidential confidentially classified undisclosed leaked shredded hush hid hidden concealed behind-the-scenes clandestine clandestinely quietly`,
  ],
  ['figure', 'doubled tripled quadrupled halved doubling tripling'],
  [
    'cause',
    `because caused causes causing cause led resulted results owing thanks triggered triggering fuelled fueled prompted spurred forced sparked due`,
  ],
  [
    'superlative',
    `first largest biggest smallest worst highest lowest fastest deadliest richest poorest oldest youngest record unprecedented never only unique`,
  ],
  [
    'comparison',
    `more fewer less higher lower bigger smaller faster slower cheaper better worse than rose risen rise fell fallen increased decreased increase decrease grew grown shrank dropped drop
     soared plunged surged declined decline outnumber exceeded majority minority twice`,
  ],
  [
    'medical or scientific effect',
    `cancer vaccine vaccines vaccination autism dementia cures cured cure treats heals toxic carcinogenic obesity diabetes mortality symptoms efficacy stroke strokes heart-attack tumour tumours tumor tumors asthma depression infection infections antidepressants`,
  ],
  [
    'motive',
    `motive motivated intended intends deliberately deliberate purposely intentionally sought wanted hoped tried planned plotting`,
  ],
  [
    'law',
    `law laws legislation statute unconstitutional constitutional ruled ruling verdict convicted conviction sentenced indicted indictment lawsuit sued treaty ban banned bans regulation regulations`,
  ],
  ['forecast', 'forecast forecasts projected expected predicted'],
]

/** The reason that a word in lower case gives, the first list that holds it winning. */
export const WORTH_WORDS: ReadonlyMap<string, WorthReason['because']> = new Map(
  LISTS.toReversed().flatMap(([because, list]) =>
    list
      .trim()
      .split(/\s+/)
      .map((word) => [word, because] as const),
  ),
)
