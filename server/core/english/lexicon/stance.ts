import { formsOf } from './verbs.ts'

/**
 * Words by which a text says what somebody thinks, wants or does in words, beyond the verbs of reporting: verbs of judging, backing and
 * choosing, nouns of opinion and plan, adjectives of certainty and feeling. The labeller of attributions knows them by themselves.
 */
const VERBS = `
  abhor accede acclaim acquiesce act adjudge adopt advertise air align ally amplify analyze analyse anoint appoint arrange ascribe assent attach attempt attest attribute audit
  balk ban bar bare belittle bless block bolster boo boost bow brace bristle broach build buoy buy cajole campaign cancel canvass capitalize caption castigate caution caveat cave
  choose circulate clamor coach coax coin commit compare compel compliment compute concoct condone confess confide congratulate conjure consent conspire consult contact contemplate contrast convey convince
  cool counsel count court craft crack crave credit criticise cross crown crusade curse dangle dare decree defer defy delay deliver demean demonize deplore deplore deter detest devise dictate differ dig
  disapprove disclose discount discourage discredit disown dispel dispute disqualify dissent dissuade distance distinguish distribute divulge dodge draft draw drop drum duck earmark ease educate elect elicit
  embarrass eulogize evade exaggerate examine excuse exhort exonerate expose express extol eye fabricate favor file flag flatter flaunt flirt flout focus foretell formulate frame fret frown gauge gesture get give
  glorify glower go goad grant grasp grill gripe groan guarantee guide hawk heckle hold honor howl impersonate implicate impose impute indict infuriate inquire insult intervene intimate investigate invoke ire
  issue jeer join juxtapose kid know lead leak lean leave leverage libel lie liken link lob loathe lodge long loom make malign mandate map mean measure mention misjudge misrepresent moan mouth move muster
  neglect negotiate nix nod nominate nudge numb oblige obscure offend okay ooze opt pass patronize peddle pen perceive persuade petition phrase pick pin pinpoint pitch place please plot poke pooh-pooh pose position
  post praise prep prepare press presage prod profess prohibit promote prompt pronounce propagate propose prosecute provoke publicize puff pursue push put puzzle quarrel quash quibble raise rally rap rate ratify
  rationalize rattle reach react reaffirm reassert reassure rebuff recant recite reclaim recoil reconsider recuse redefine redouble register rehash reiterate rejoice relay release relish rely remind
  renounce repost reprise resent resolve resonate rethink retract retweet reverse revile revisit revoke rile ring risk rue rush sanction savor say scapegoat score scrap scrutinize seek seize select sell send share shift
  shoot shrug shun side sidestep sign skirt slander slap smear sneer snipe snub solicit sound speak spar spark spearhead spin split sponsor spotlight spread spur squabble stand start steer stereotype stick stoke stop strategize
  stick stipulate strike study stump subpoena suffer sue suit summon surface swallow sway swing swipe swoon sympathise take tally tap target taunt teach tempt tend testify thank think threaten throw tie toast
  toe tolerate toss tout trade train treat troll trumpet try turn twist undercut undermine undertake uphold use utter validate value vent veto vex vilify vindicate visit visualize voice wager wage waive walk want
  warm waver weasel welcome whine whip win wince wink withdraw withhold withstand witness woo word worship wrestle yearn yield zero
`

const NOUNS = `
  account address advice affirmation agenda agreement aim alarm ambition amazement amusement analysis anger anguish answer anticipation antipathy anxiety apology appeal appraisal appreciation approach approval
  aspiration assault assessment assurance assumption astonishment attack attempt attitude attribution awareness backing barb bemusement bet bias bid bitterness blame blast blessing boast bombshell briefing broadside calculation
  campaign case caution caveat certainty challenge characterization choice clarification column commentary commitment committment comparison compliment compromise concession condemnation confession confidence
  confirmation confusion congratulation conjecture consensus consent consideration contempt contention contradiction conviction correction counterargument cry cue curiosity daydream deal debate decision decree dedication
  defense defence definition delight denunciation depiction description desire despair determination diatribe diagnosis disagreement disappointment disapproval disbelief disclosure discomfort disdain disgust dismay dismissal displeasure
  dispute dissatisfaction dissent distaste distrust doctrine doubt dream eagerness editorial effort endorsement enthusiasm envy evaluation evidence exaggeration exchange excitement exclamation excuse
  exhortation expectation explanation exposé expression faith fantasy faux feedback feeling focus follow-up fondness frustration fury gaffe gesture glee goal gratitude gripe grudge grievance guarantee guess guidance guideline gut
  hatred hint honor horror hostility hunch hypothesis illusion implication impression inclination indication indictment indignation inference information inquiry insight insinuation instinct instruction insult intent intention
  interest interpretation interview invitation invocation irritation jab joke joy judgment judgement justification knowledge lament lawsuit leaning lecture lesson letter lie line logic longing love manifesto mantra memo memoir message metaphor
  misgiving mission misstatement mistrust mockery monologue mood motion motivation motive motto narrative nod nomination note notice nostalgia oath objection objective observation offer op-ed opposition optimism oratory order
  outburst outcry outlook outrage overture pain panic paranoia passion pessimism petition phrase picture pitch plan plea pleasure plot point policy poll portrait portrayal position post posture praise prayer preference premise presumption
  pretense priority prognosis prophecy proclamation promise proof pronouncement prospect protest protestation proverb punchline purpose push quarrel quest question quibble quip quotation quote rage rant rationale rationalization
  reaction reading realization reason reasoning reassurance rebuke rebuttal recollection recommendation refrain refusal regret rejection reluctance remembrance reminder remorse repetition reply representation reproach request resentment
  reservation resignation resistance resolution resolve respect response restatement retort revelation reversal rhetoric riposte rule ruling sadness sarcasm satire satisfaction scoop screed self-description sense sensibility sentence sentiment
  sermon shock shot sigh sign signal skepticism scepticism slam slander slogan slur smear solution sorrow speech spin stance stand statistic stereotype stipulation story strategy strategist stress stump subpoena suggestion summary support surprise
  survey swipe sympathy tactic take tale talk target taunt temptation tendency term testament thanks thesis thinking thought threat tirade tone topic trash treatise trust truth tweet ultimatum uncertainty unease
  understanding unhappiness unwillingness urge urgency variation verdict verse version vision vote vow wariness will willingness wisdom wish witness word worry worldview wrath write-up yearning zeal
`

const ADJECTIVES = `
  able accusatory adamant afraid aggrieved agnostic aghast alarmed ambivalent amazed amused angry annoyed anxious apologetic appalled appreciative apprehensive approving ashamed assertive assured astonished aware baffled bearish bemused bent bitter bleak
  blistering blunt bound bullish candid careful cautious certain clear cognizant comfortable committed complimentary concerned confident confused conscious content convinced coy crestfallen critical curious cynical dead-set defensive defiant delighted derisive despondent
  determined dictatorial disappointed dismayed dismissive displeased dissatisfied distraught distressed distrustful doubtful downbeat dubious due eager ecstatic effusive elated embarrassed emphatic encouraged enraged enthusiastic envious equivocal evasive exasperated excited explicit
  familiar fearful firm fond forthright frank frightened frustrated furious glad gleeful gloomy grateful gratified grim guarded happy harsh heartbroken hesitant hopeful horrified hostile hypocritical impatient impressed incensed inclined incredulous indifferent indignant insistent intent interested
  irate irked jealous jittery jubilant keen leery livid loath mad mindful miffed mum mystified neutral nervous noncommittal nonplussed nostalgic oblivious offended open opposed optimistic outraged outspoken overjoyed passionate perplexed persuaded perturbed pessimistic pleased
  poised positive prepared proud puzzled ready receptive regretful reluctant relieved resentful resigned resistant resolute resolved respectful sad sanguine sarcastic satisfied scared scathing scornful shocked sick silent skeptical sceptical smug sorry startled steadfast stunned supportive sure
  surprised suspicious sympathetic tearful terrified thankful thrilled tight-lipped tired touched troubled unaware uncertain unclear uncomfortable uncompromising unconcerned unconvinced undaunted undecided undeterred uneasy unequivocal unfazed unhappy unimpressed unmoved unnerved unpersuaded unsure
  unwavering unwilling unyielding upbeat upfront upset vague vehement vocal vociferous wary weary willing wistful worried wrong
`

const lemmas = (list: string): string[] => list.trim().split(/\s+/)

const plural = (noun: string): string =>
  /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : /(?:s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`

const VERB_FORMS: ReadonlyMap<string, string> = new Map(
  lemmas(VERBS).flatMap((lemma) => formsOf(lemma).map((form) => [form, lemma] as const)),
)
const NOUN_FORMS: ReadonlyMap<string, string> = new Map(
  lemmas(NOUNS).flatMap((noun) => [[noun, noun] as const, [plural(noun), noun] as const]),
)
const STATES: ReadonlySet<string> = new Set(lemmas(ADJECTIVES))

/** The verb of judging, backing or choosing that a word in lower case is a form of. */
export const stanceVerb = (lower: string): string | undefined => VERB_FORMS.get(lower)

/** The noun of opinion, feeling or plan that a word in lower case is a form of. */
export const stanceNoun = (lower: string): string | undefined => NOUN_FORMS.get(lower)

/** Whether a word in lower case tells how certain or how glad of something somebody is. */
export const isStanceAdjective = (lower: string): boolean => STATES.has(lower)
