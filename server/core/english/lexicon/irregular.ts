/** Irregular verbs: base, past, participle. */
const VERBS = `
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|begin began begun|bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown
break broke broken|breed bred bred|bring brought brought|broadcast broadcast broadcast|build built built|burn burned burnt|burst burst burst|buy bought bought|cast cast cast|catch caught caught|choose chose chosen
cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn|dream dreamt dreamt|drink drank drunk|drive drove driven|dwell dwelt dwelt
eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fling flung flung|fly flew flown|forbid forbade forbidden|forecast forecast forecast|foresee foresaw foreseen
forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get got gotten|give gave given|go went gone|grind ground ground|grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit
hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|know knew known|lay laid laid|lead led led|lean leant leant|leap leapt leapt|learn learnt learnt|leave left left|lend lent lent|let let let|lie lay lain
light lit lit|lose lost lost|make made made|mean meant meant|meet met met|mislead misled misled|mistake mistook mistaken|overcome overcame overcome|oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown
pay paid paid|prove proved proven|put put put|quit quit quit|read read read|rebuild rebuilt rebuilt|repay repaid repaid|resell resold resold|ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen
seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat
slay slew slain|sleep slept slept|slide slid slid|sow sowed sown|speak spoke spoken|spend spent spent|spill spilt spilt|spin spun spun|split split split|spread spread spread|spring sprang sprung|stand stood stood|steal stole stolen
stick stuck stuck|sting stung stung|stink stank stunk|stride strode stridden|strike struck struck|strive strove striven|swear swore sworn|sweep swept swept|swell swelled swollen|swim swam swum|swing swung swung|take took taken
teach taught taught|tear tore torn|tell told told|think thought thought|throw threw thrown|thrust thrust thrust|tread trod trodden|undergo underwent undergone|understand understood understood|undertake undertook undertaken
undo undid undone|uphold upheld upheld|upset upset upset|wake woke woken|wear wore worn|weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood
wring wrung wrung|write wrote written
`

const FORMS = new Map<string, number>()
const PAST = new Map<string, readonly [past: string, participle: string]>()
for (const entry of VERBS.split(/[|\n]/)) {
  const [base, past, participle] = entry.trim().split(' ')
  for (const [n, form] of [base, past, participle].entries())
    if (form) FORMS.set(form, (FORMS.get(form) ?? 0) | (1 << n))
  if (base && past && participle) PAST.set(base, [past, participle])
}

/** Which forms of an irregular verb a word in lower case can be: bits 1 base, 2 past, 4 participle; 0 for none. */
export const irregularForms = (lower: string): number => FORMS.get(lower) ?? 0

/** Past forms that are nouns or adjectives just as well. */
const ALSO_NOUNS: ReadonlySet<string> = new Set(
  'bore bound broke cast cost cut dove drove fell felt fled found ground hit hurt lay lead led left let lit lost meant put quit read rose saw set shed shot shut split spread spun stole stuck sunk thought thrust upset wound met bent broken hidden known given proven grown worn torn drunk hung kept mistaken born burnt spoken written frozen fallen driven stolen forbidden'.split(
    ' ',
  ),
)

/** Whether a word in lower case, with its `irregularForms`, can be nothing but a past form or participle of a verb. */
export const isPastForm = (lower: string, forms: number): boolean =>
  (forms & 6) !== 0 && (forms & 1) === 0 && !ALSO_NOUNS.has(lower)

/** The past and the participle of an irregular verb, from its base. */
export const irregularPast = (lemma: string): readonly [past: string, participle: string] | undefined => PAST.get(lemma)
