const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Forms that are a verb of their sentence whatever stands around them. */
export const AUXILIARIES = words('is are was were has had will would could can may might did does do must should')

/** Words that begin a sentence far more often than they follow an abbreviation in the middle of one. */
export const STARTERS = words(`
  the a an this that these those such he it she they we i you his her its their our my your nobody nothing everyone everybody everything somebody someone something anyone
  neither none nor each every both either in on at by for from with without as of to into about around among amid between against during until since despite
  according because before after behind beyond below above across and but or so yet if unless when whenever while although though once whether
  there here then thus hence therefore however nevertheless moreover furthermore meanwhile instead otherwise perhaps maybe also still even only just almost nearly
  some several many most much few fewer all no not another other others one two three four five six seven eight nine ten eleven twelve twenty half
  earlier later last afterward afterwards soon eventually finally recently today yesterday tomorrow tonight now never often sometimes usually
  who what where why how is are was were does did do has have had
`)

/** Nouns that do so too. */
export const STARTING_NOUNS = words('analysts officials thousands hundreds dozens millions talks police')

/** Words in front of which, or after which, no sentence is at its end: an ellipsis after one of these leaves words out. */
export const DANGLING = words(
  'the a an of to and or but in at by for with from into is are was were be my our your his her their its',
)

/** What is named by a person or a town before it: "King Jr. Boulevard", "Ave. Bridge". */
export const NAMED_PLACES = words(`
  boulevard avenue street drive way road day park library memorial high middle elementary school center centre hospital field stadium foundation bridge
  building station plaza museum airport college university tower hall house mall highway north south east west nw ne sw se n s e w
`)

/** After the name of a state or a body of states, and part of it: "U.S. Treasury", "U.N. Security". What is in the lists of nouns is not here. */
export const OF_A_STATE = words(`
  marines forces senators airways customs states troops treasury embassies capitol census chamber postal open supreme district bureau coast air marine
  federal border fed food geological justice representatives representative security general charter human rights defense defence attorney ambassador
  envoy special trade steel bank energy labor commerce foreign central soccer olympic olympics women men national joint navy army district virgin
  under assistant deputy vice chief first children refugee relief development climate environment world high food peacekeepers inspectors
`)
