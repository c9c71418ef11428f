const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** What a writer misses who says that there is no proof. */
export const PROOF_NOUNS = words('evidence proof substantiation corroboration')
/** Verbs by which proof is given, in all their forms. */
export const GIVING_VERBS = words(`
  provide provides provided providing offer offers offered offering give gives gave given giving present presents presented presenting
  cite cites cited citing produce produces produced producing supply supplies supplied supplying share shares shared sharing show shown showing
  disclose discloses disclosed disclosing release releases released releasing publish publishes published publishing furnish furnishes furnished furnishing
  submit submits submitted submitting adduce adduced adducing include includes included including
`)
/** What proof would be for. */
export const ASSERTION_NOUNS = words(`
  claim claims allegation allegations assertion assertions accusation accusations statement statements charge charges contention contentions theory theories argument arguments
  account accounts story stories version report reports suggestion suggestions rumor rumors rumour rumours insinuation insinuations conclusion conclusions idea notion remark remarks
`)
/** Verbs by which proof serves an assertion: "to support the claim". */
export const SUPPORTING_VERBS = words(
  'support back substantiate prove corroborate bolster buttress verify confirm supporting backing substantiating',
)
/** Verbs by which an assertion is made sure. */
export const VERIFYING = words(
  'verified verify corroborated corroborate substantiated substantiate authenticated authenticate',
)
/** The same, but said of many other things too: only with "independently" and the like. */
export const CONFIRMING = words('confirmed confirm established establish proven proved prove')
export const INDEPENDENTLY = words(
  'independently immediately publicly officially separately conclusively reliably definitively',
)
/** Adjectives that say there is no proof. */
export const GAP_ADJECTIVES = words(
  'baseless unsubstantiated unfounded unproven unverified unconfirmed uncorroborated groundless evidence-free baselessly unverifiable',
)
/** Words that allege, by themselves or with what stands beside them. */
export const ALLEGATIONS = words(
  'allegedly purportedly supposedly so-called accused alleged suspected suspect purported supposed claimed',
)
/** Participles by which something is told on nobody's word: "is said to". */
export const HEARSAY = words('said rumored rumoured understood believed reported thought held')
/** Adverbs by which a writer guesses. */
export const GUESSES = words('possibly perhaps probably presumably apparently seemingly maybe conceivably')
export const SEEMING = words('appear appears appeared seem seems seemed')

/** Works that may themselves show no evidence: what they did not find is a finding. */
export const INQUIRIES = words(`
  study studies trial trials analysis analyses research review reviews data result results test tests experiment experiments survey surveys paper papers
  finding findings investigation investigations audit audits inquiry inquiries autopsy examination scan scans sample samples footage video
`)

/** Illnesses and harms that doctors suspect before they know. */
export const ILLNESSES = words(`
  case cases measles cholera ebola covid covid-19 flu influenza malaria dengue pneumonia meningitis cancer cancers stroke strokes heart poisoning infection infections outbreak outbreaks
  disease diseases illness illnesses fracture fractures concussion concussions overdose overdoses injury injuries mpox polio tuberculosis tb sepsis botulism anthrax
  plague virus zika rabies diphtheria hepatitis salmonella listeria e tumor tumour tumors tumours appendicitis allergy dementia asthma syndrome
`)
/** Words of procedure that follow "alleged" by convention. */
export const PROCEDURAL = words(
  'offence offences offense offenses breach breaches infringement infringements contravention contraventions',
)
/** Nouns before words that are spoken of as words. */
export const WORD_NOUNS = words(
  'word words term terms phrase phrases expression name names label title slogan password button field option key tab file folder keyword tag flag command parameter letter letters suffix prefix spelled sign reading meaning means as',
)
