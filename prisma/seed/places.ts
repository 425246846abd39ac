import type { District } from "@/lib/tours/types";

/** A house of the demo city. Invented, except that a prison stands in Lübecker Straße and a home in Burgholzstraße. */
export type DemoPlace = {
  readonly key: string;
  readonly name: string;
  readonly street: string;
  readonly postalCode: string;
  readonly district: District;
  readonly at: readonly [number, number];
  readonly contact: string;
  readonly isPrison?: true;
};

export const PRISON: DemoPlace = {
  key: "jva",
  name: "JVA Dortmund",
  street: "Lübecker Straße",
  postalCode: "44135",
  district: "INNENSTADT_OST",
  at: [51.515, 7.4775],
  contact: "Karin Ostholt",
  isPrison: true,
};

/** The homes, two in each district. The first two have a demo account. */
export const HOMES: readonly DemoPlace[] = [
  { key: "burgholz", name: "Seniorenhaus Burgholz", street: "Burgholzstraße", postalCode: "44145", district: "INNENSTADT_NORD", at: [51.5326, 7.4655], contact: "Marion Feldkamp" },
  { key: "linde", name: "Haus Lindenblick", street: "Lindenblick 4", postalCode: "44263", district: "HOERDE", at: [51.4861, 7.5054], contact: "Tobias Wendt" },
  { key: "kanal", name: "Haus am Kanalbogen", street: "Treidelweg 12", postalCode: "44147", district: "INNENSTADT_NORD", at: [51.5341, 7.4522], contact: "Heike Rott" },
  { key: "rosen", name: "Seniorenresidenz Rosenhain", street: "Rosenhain 31", postalCode: "44137", district: "INNENSTADT_WEST", at: [51.5082, 7.4494], contact: "Ulf Brinkmeier" },
  { key: "abendsonne", name: "Haus Abendsonne", street: "Am Kornfeld 8", postalCode: "44137", district: "INNENSTADT_WEST", at: [51.5121, 7.4402], contact: "Sevda Aksoy" },
  { key: "ostgarten", name: "Pflegezentrum Ostgarten", street: "Zum Ostgarten 17", postalCode: "44141", district: "INNENSTADT_OST", at: [51.5093, 7.5012], contact: "Dirk Laumann" },
  { key: "silberpappel", name: "Haus Silberpappel", street: "Silberpappelweg 3", postalCode: "44339", district: "EVING", at: [51.5561, 7.4719], contact: "Petra Nowicki" },
  { key: "steigerhof", name: "Wohnpark Steigerhof", street: "Steigerhof 22", postalCode: "44339", district: "EVING", at: [51.5498, 7.4831], contact: "Jürgen Mack" },
  { key: "birkenbusch", name: "Haus Birkenbusch", street: "Birkenbusch 9", postalCode: "44328", district: "SCHARNHORST", at: [51.5521, 7.5388], contact: "Elif Tunç" },
  { key: "wiese", name: "Seniorenhof Alte Wiese", street: "Alte Wiese 40", postalCode: "44328", district: "SCHARNHORST", at: [51.5462, 7.5267], contact: "Monika Greve" },
  { key: "hellweg", name: "Haus Hellwegblick", street: "Am Ackerrain 5", postalCode: "44319", district: "BRACKEL", at: [51.5203, 7.5611], contact: "Stefan Poth" },
  { key: "drossel", name: "Pflegehaus Drosselgarten", street: "Drosselgarten 14", postalCode: "44309", district: "BRACKEL", at: [51.5151, 7.5388], contact: "Anja Kruse" },
  { key: "emscher", name: "Haus Emscherquelle", street: "Quellgrund 2", postalCode: "44287", district: "APLERBECK", at: [51.4893, 7.5722], contact: "Gabriele Holt" },
  { key: "eichkamp", name: "Seniorenzentrum Eichkamp", street: "Eichkamp 28", postalCode: "44287", district: "APLERBECK", at: [51.4951, 7.5801], contact: "Frank Ebeling" },
  { key: "seegarten", name: "Haus Seegarten", street: "Hafenmeisterweg 6", postalCode: "44263", district: "HOERDE", at: [51.4889, 7.5103], contact: "Nadine Wulff" },
  { key: "muehle", name: "Haus Mühlenteich", street: "Mühlenteich 11", postalCode: "44225", district: "HOMBRUCH", at: [51.4779, 7.4331], contact: "Rita Sommer" },
  { key: "buche", name: "Seniorenstift Buchenrain", street: "Buchenrain 19", postalCode: "44229", district: "HOMBRUCH", at: [51.4668, 7.4472], contact: "Carsten Vogt" },
  { key: "zeche", name: "Haus Zechenlinde", street: "Zechenlinde 7", postalCode: "44388", district: "LUETGENDORTMUND", at: [51.5041, 7.3622], contact: "Ewa Zielinska" },
  { key: "kastanie", name: "Pflegewohnen Kastanienhof", street: "Kastanienhof 33", postalCode: "44388", district: "LUETGENDORTMUND", at: [51.5079, 7.3401], contact: "Holger Timm" },
  { key: "weide", name: "Haus Weidengrund", street: "Weidengrund 16", postalCode: "44369", district: "HUCKARDE", at: [51.5412, 7.4021], contact: "Martina Ohm" },
  { key: "sonne", name: "Seniorenhaus Sonnenfleck", street: "Sonnenfleck 10", postalCode: "44379", district: "HUCKARDE", at: [51.5318, 7.3981], contact: "Bülent Şahin" },
  { key: "holunder", name: "Haus Holunderweg", street: "Holunderweg 21", postalCode: "44359", district: "MENGEDE", at: [51.5651, 7.3912], contact: "Silke Hamann" },
  { key: "bodel", name: "Haus Bodelbach", street: "Am Bodelbach 13", postalCode: "44357", district: "MENGEDE", at: [51.5578, 7.3641], contact: "Gerd Lückert" },
  { key: "apfel", name: "Haus Apfelgarten", street: "Apfelgarten 25", postalCode: "44143", district: "INNENSTADT_OST", at: [51.5152, 7.5068], contact: "Lena Buschmann" },
];
