import { irregularPast } from './irregular.ts'

/**
 * Verbs by which words, thoughts and stances are put down to somebody, with what they can govern:
 *
 * - `q` a quotation, before or after; `s` a clause with "that"; `b` a clause without it; `w` a clause with whether, how, why …
 * - `t` "to" and an infinitive; `o` a noun phrase that is itself what is attributed; `a` a noun phrase and "as"
 * - `r` the person told stands between verb and content; `p:` the prepositions that belong to the cue
 *
 * The classes follow the usual grammar of reporting (Quirk et al. 1985, 16.30 ff.); the words are our own.
 */
const REPORTING = `
say qsbw; state qso; add qs; tell qsbwr; announce qso; report qsbo; declare qso; claim qsbt; note qs; explain qsw; argue qsb p:for,against
insist qsb p:on; assert qso; contend qsb; maintain qsb; allege qsbo; affirm qso; acknowledge qso; admit qsbo p:to; concede qso; confess qs p:to
confirm qso; deny qsbo; disclose qswo; reveal qswo; divulge so; announce qso; proclaim qso; pronounce qo; attest s p:to; testify qs p:about,to
swear qst; vow qst; pledge qsto; promise qsbtor; guarantee sbo; assure qsbr; remind qsbr; inform qsr; notify sr; advise qstr p:against; warn qsbtr p:of,about,against
caution qsr p:against; alert sr; brief r p:on; predict qsbo; forecast so; project so; estimate sbo; calculate s; speculate qsb p:about,on; suggest qsbo; hint qs p:at
imply so; insinuate qs; indicate qso; signal sto; stress qso; emphasize qso; emphasise qso; underline so; underscore so; highlight so; reiterate qso; repeat qso
restate o; recall qso; recount qo; remember qso; relate qo; narrate qo; observe qs; remark qs p:on; comment q p:on; mention so; point qs p:out,to; write qsb p:of,about
tweet qsb; post q; blog q; text q; email q; publish o; print o; broadcast q; reply qs p:to; respond q p:to; answer qs; retort qs; counter qs; rebut o; refute o
ask qwtr p:for,about; inquire qw p:about; enquire qw; wonder qwb p:about; question qwo; query qo; urge qstor; exhort qtr; implore qtr; beg qtr; plead q p:for; request sto
demand qsto; order tr; instruct tr; direct tr; command t; call q p:for,on,out; appeal q p:for,to; invite tr; encourage otr; recommend qsto; propose qsto; advocate so p:for
joke qsb p:about; quip qs; jest q; tease q; laugh q; chuckle q; smile q; sigh q; cry q; shout qs; yell qs; scream qs; whisper qs; mutter qs; mumble q; murmur q; exclaim qs
bark q; snap q; growl q; gush q; rave q p:about; rant q p:about,against; boast qs p:of,about; brag qs p:of,about; lament qso; bemoan o; mourn o; complain qsb p:of,about
grumble qs p:about; gripe qs p:about; protest qso p:against; object qs p:to; rail q p:against; lash q p:out; fire q p:back; hit q p:back; shoot q p:back; begin q; start q
continue q; conclude qsb; finish q; interject q; interrupt q; chime q p:in; muse qs p:about,on; opine qs; reason qsb; reckon qsb; ponder wo; reflect qs p:on
summarize qo; summarise qo; elaborate q p:on; clarify qso; specify so; detail o; outline o; describe qwoa; characterize oa; characterise oa; portray oa; depict oa; label o
dub o; brand o; term o; tout oa; hail oa; praise oa; laud oa; applaud o; commend o; credit o; thank r p:for; congratulate r p:on,for; welcome o; cheer o; celebrate o
criticize oa; criticise oa; slam oa; blast oa; rip o; condemn oa; denounce oa; decry oa; deplore o; deride oa; mock oa; ridicule oa; scorn o; lambast oa; lambaste oa; assail oa; attack oa
bash o; skewer o; chide o; scold o; rebuke o; reprimand o; excoriate o; castigate o; disparage o; dismiss oa; reject oa; rebuff o; disavow o; repudiate o; downplay o; minimize o
accuse r p:of; blame r p:for,on; fault r p:for; charge sr p:with; cite oa; quote o; reference o; refer p:to; allude p:to; discuss wo; debate wo; talk p:about,of; speak p:about,of,out
chat p:about; address o; answer qo; agree sbt p:with,to,on; disagree s p:with,on; concur qs p:with; dispute so; contest o; challenge o; doubt swo; support o; back o; endorse o; oppose o
favor o; favour o; prefer ot; approve o p:of; disapprove p:of; defend o; champion o; embrace o; resist o; object p:to; vote t p:for,against; believe qsb p:in; think qsbw p:about,of; feel qsb
know sbw; hope sbt p:for; expect sbto; fear sbo; worry qsb p:about; suspect sbo; assume sb; presume sb; suppose sb; guess qsb; figure sb; imagine sbw; realize qsbw; realise qsbw
understand sbw; recognize so; recognise so; consider wo; regard a; view a; deem o; judge so; find s; conclude qsb; decide swt p:on,against; determine sw; discover sw; learn sbw; hear sb
notice sw; see sw; sense s; anticipate so; foresee so; envision o; want to; wish tb p:for; desire to; intend t; plan t p:for,on; aim t; seek t; mean t; hesitate t; refuse t; decline t
threaten ts; offer t; volunteer tq; agree t; pray s p:for; dream s p:of; like to; love to; hate to; dislike o; enjoy o; admire o; respect o; trust so; care w p:about; mind w; regret so
appreciate so; accept so; tolerate o; show so; prove s; demonstrate sw; document so;  illustrate sw; list o; record o; certify s; rule qs p:against; find s; hold s
posit s; theorize s; theorise s; hypothesize s; hypothesise s; postulate s; philosophize q; lecture q; preach q; bet sb; prophesy s; venture qs; submit qs; surmise s; deduce s; infer s
apologize q p:for,to; apologise q p:for,to; sympathize p:with; empathize p:with; gloat q p:about,over; marvel qs p:at; grouse q; fume q; scoff qs p:at; sneer q p:at; thunder q; crow q
explode q; erupt q; chant q; sing q; read q; text q; message q; caption q; title q; bemoan o; bewail o; hammer o; pan o; trash o; savage o; second o; echo qo; parrot o; mirror o
weigh q p:in; sum q p:up; spell o p:out; lay o p:out; set p:out; rule o p:out; play o p:down,up; brush o p:off,aside; issue o; release o; unveil o; cast a
float o; push p:for; press p:for; lobby p:for,against; campaign p:for,against; argue p:for,against; ask p:for; look t p:to,for; try t; want o; need t; forget sw; pretend st
maintain o; stipulate s; mandate s; require s; assess so; evaluate o; rate o; rank o; poll o; survey o; interview o; diagnose o; identify oa; name oa; designate oa; classify oa
`

const IRREGULAR = `
say says said said; tell tells told told; write writes wrote written; swear swears swore sworn; speak speaks spoke spoken; think thinks thought thought; feel feels felt felt
know knows knew known; understand understands understood understood; find finds found found; hear hears heard heard; see sees saw seen; mean means meant meant; seek seeks sought sought
begin begins began begun; read reads read read; hold holds held held; show shows showed shown; prove proves proved proven; cast casts cast cast; hit hits hit hit; shoot shoots shot shot
lay lays laid laid; set sets set set; give gives gave given; make makes made made; forget forgets forgot forgotten; sing sings sang sung; bet bets bet bet; foresee foresees foresaw foreseen
broadcast broadcasts broadcast broadcast; forecast forecasts forecast forecast; spell spells spelled spelled; dream dreams dreamed dreamed; have has had had; rebut rebuts rebutted rebutted
quip quips quipped quipped; snap snaps snapped snapped; rip rips ripped ripped; slam slams slammed slammed; blog blogs blogged blogged; chat chats chatted chatted; dub dubs dubbed dubbed
plan plans planned planned; admit admits admitted admitted; submit submits submitted submitted; refer refers referred referred; infer infers inferred inferred; prefer prefers preferred preferred
brag brags bragged bragged; beg begs begged begged; concur concurs concurred concurred; pan pans panned panned; label labels labeled labeled; signal signals signaled signaled; mean means meant meant
misstate misstates misstated misstated; sum sums summed summed; regret regrets regretted regretted; learn learns learned learned
`

/** What a reporting verb can govern; the letters are explained at the head of `verbs.ts`. */
export interface ReportingVerb {
  readonly lemma: string
  readonly quotation: boolean
  readonly that: boolean
  readonly clause: boolean
  readonly question: boolean
  readonly infinitive: boolean
  readonly object: boolean
  readonly as: boolean
  readonly recipient: boolean
  readonly prepositions: ReadonlySet<string>
}

function regularForms(lemma: string): string[] {
  const e = lemma.endsWith('e')
  const y = /[^aeiou]y$/.test(lemma)
  const third = y ? `${lemma.slice(0, -1)}ies` : /(?:s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : `${lemma}s`
  const past = e ? `${lemma}d` : y ? `${lemma.slice(0, -1)}ied` : `${lemma}ed`
  return [lemma, third, past, past]
}

const gerund = (lemma: string, past: string): string => {
  if (/[^eoy]e$/.test(lemma)) return `${lemma.slice(0, -1)}ing`
  // "planned" doubles, so "planning" does
  const doubled = past.startsWith(lemma + lemma.at(-1)) && !lemma.endsWith('e')
  return `${doubled ? lemma + lemma.at(-1) : lemma}ing`
}

function build(): Map<string, ReportingVerb> {
  const irregular = new Map(
    IRREGULAR.split(/[;\n]/).flatMap((line) => {
      const forms = line.trim().split(' ')
      return forms[0] ? [[forms[0], forms] as const] : []
    }),
  )
  const verbs = new Map<string, { letters: Set<string>; prepositions: Set<string> }>()
  for (const entry of REPORTING.split(/[;\n]/)) {
    const [lemma = '', ...rest] = entry.trim().split(' ')
    if (lemma === '') continue
    const verb = verbs.get(lemma) ?? { letters: new Set<string>(), prepositions: new Set<string>() }
    for (const part of rest) {
      if (part.startsWith('p:')) for (const word of part.slice(2).split(',')) word && verb.prepositions.add(word)
      else for (const letter of part) verb.letters.add(letter)
    }
    verbs.set(lemma, verb)
  }
  const forms = new Map<string, ReportingVerb>()
  for (const [lemma, { letters, prepositions }] of verbs) {
    const entry: ReportingVerb = {
      lemma,
      quotation: letters.has('q'),
      that: letters.has('s'),
      clause: letters.has('b'),
      question: letters.has('w'),
      infinitive: letters.has('t'),
      object: letters.has('o'),
      as: letters.has('a'),
      recipient: letters.has('r'),
      prepositions,
    }
    const own = irregular.get(lemma) ?? regularForms(lemma)
    for (const form of [...own, gerund(lemma, own[2] as string)]) if (!forms.has(form)) forms.set(form, entry)
  }
  for (const [variant, form] of [
    ['signalled', 'signal'],
    ['signalling', 'signal'],
    ['labelled', 'label'],
    ['labelling', 'label'],
    ['proved', 'prove'],
    ['learnt', 'learn'],
    ['pleaded', 'plead'],
    ['pled', 'plead'],
  ] as const) {
    const entry = forms.get(form)
    if (entry) forms.set(variant, entry)
  }
  return forms
}

const FORMS = build()

/** The reporting verb that a word in lower case is a form of. */
export const reportingVerb = (lower: string): ReportingVerb | undefined => FORMS.get(lower)

/** One syllable with one vowel before its last consonant, which is doubled: "ban", "banned". */
const SHORT = /^[^aeiou]*[aeiou][bdgmnprt]$/
const STRESSED_AT_THE_END: ReadonlySet<string> = new Set(['commit', 'compel', 'defer', 'deter', 'rebut', 'concur'])

/** The forms of a verb, from its lemma: base, third person, past, participle, gerund. Some may be the same. */
export function formsOf(lemma: string): string[] {
  const stem = SHORT.test(lemma) || STRESSED_AT_THE_END.has(lemma) ? lemma + lemma.slice(-1) : lemma
  const [, third = '', regular = ''] = regularForms(lemma)
  const doubled = stem === lemma ? regular : `${stem}ed`
  const [past, participle] = irregularPast(lemma) ?? [doubled, doubled]
  return [lemma, third, past, participle, stem === lemma ? gerund(lemma, past) : `${stem}ing`]
}
