//! What makes a doubtful construction harmless: an act of ours that helps, an offer, a reason that binds us. And what
//! only looks like an order or a reproach: what somebody was asked to do, what a customer told.

use base::Language;

pub const fn warm(language: Language) -> &'static [&'static str] {
    match language {
        Language::En => &[
            "i|we|ive|weve ?have ?just|now|already|also asked|refunded|moved|booked|arranged|extended|credited|reserved|replaced|fixed|corrected|cancelled ?the|your|our|a|both|it|>",
            "i|we|ill|well ?will|can|would ?gladly|happily connect|transfer|put|stay|forward|pass|refund|ring|call you|it|the|on|your|both",
            "for security|safety|privacy|legal|hygiene|data reasons",
            "for reasons of",
            "gladly|happily ^quite",
            "ring|call|write|contact|tell us|me ?at|right ?once|away , ?any|day ?time|or",
            "youre|you ?are fine|covered|safe|welcome >",
        ],
        Language::Nb => &[
            "av sikkerhetsgrunner|sikkerhetsmessige|personvernhensyn|sikkerhetshensyn|personverngrunner|smittevernhensyn|hygieniske|juridiske",
            "av|grunnet hensyn til",
            "gjerne !se|vite|klag|syte",
            "jeg|vi|og har|er ?nå|allerede|også|derfor|alt bedt|refundert|flyttet|byttet|bestilt|tilbakeført|rettet|utvidet|forlenget|reservert|booket|ordnet|kreditert|sendt ?deg|legen|beløpet|pengene|en|ny|timen|vakta|>",
            "er|ble|blir ?nå|allerede tilbakeført|refundert|rettet|kreditert|tilbakebetalt",
            "jeg|vi|nå setter|kobler|blir|viser|hjelper ?jeg|vi deg|med ?deg|over|på ?til ..",
            "trist|leit|synd|kjedelig at @you slutter|flytter|reiser|sier|måtte|må|ikke|opplevde|fikk|er ..",
        ],
        Language::Sv => &[
            "av säkerhetsskäl|integritetsskäl|sekretesskäl|hygienskäl|juridiska|säkerhetsmässiga",
            "av|med hänsyn till",
            "gärna ^så|hemskt",
            "jag|vi|och har ?nu|redan|också|därför bett|återbetalat|flyttat|bytt|bokat|rättat|förlängt|reserverat|krediterat|ordnat|beställt ?dig|tiden|beloppet|pengarna|en|ny|jouren|>",
            "är|blir|blev ?nu|redan återbetalat|återbetalt|återförd|rättat|krediterat|återförd",
            "jag|vi|nu kopplar|stannar|visar|hjälper|sätter|skickar ?jag|vi dig|kvar|med|över ..",
            "jag|vi beklagar !att",
            "vi|jag tar .... allvar|allvarligt",
            "så|det ska ingen|inte bli|få|behöva ..",
        ],
        Language::Da => &[
            "af sikkerhedsgrunde|sikkerhedshensyn|privatlivshensyn|hygiejniske|juridiske|databeskyttelseshensyn|sikkerhedsmæssige",
            "af hensyn til",
            "gerne !klage|brokke",
            "jeg|vi|og har ?nu|allerede|også|derfor bedt|refunderet|flyttet|byttet|bestilt|rettet|forlænget|reserveret|booket|ordnet|krediteret|tilbageført ?dig|tiden|beløbet|pengene|en|ny|vagten|>",
            "er|blev|bliver ?nu|allerede tilbageført|refunderet|rettet|krediteret|tilbagebetalt",
            "jeg|vi|nu stiller|bliver|viser|hjælper|sætter ?jeg|vi dig|om|hos|med|på ?om|til ..",
            "trist|ærgerligt|kedeligt at|, ?at @you stopper|flytter|rejser|siger|måtte|ikke|oplevede|fik ..",
        ],
        Language::Id => &[
            "demi|karena|untuk alasan keamanan|privasi|kebersihan|hukum",
            "demi|untuk keamanan|privasi|keselamatan data|akun|pasien|nasabah|@you",
            "dengan senang",
            "kami|saya ?juga|langsung sudah|telah ?kami|saya|juga kembalikan|pindahkan|minta|meminta|ganti|pesankan|perbaiki|jadwalkan|memindahkan|mengembalikan|mengganti",
            "sudah ?kami|saya dipindah|dipindahkan|dikembalikan|diganti|direfund",
            "saya|kami sambungkan|hubungkan|dampingi|temani ..",
        ],
    }
}

/// In which nothing jars.
pub const fn passes(language: Language) -> &'static [&'static str] {
    match language {
        Language::En => &[
            "ive|weve|i|we|have ?have ?just|also|already asked|told .... to ....",
            "wants|want|would|like|wish|wishes|promised|offered ?like to apologise|apologize|say ...",
            "i|we understand|know|see|hear ?that @you felt|experienced|were|feel|heard|describe|write ......",
            "know|knows ?really ?all ?about bikes|cars|engines|plants|wine|coffee",
            "rules|rule|fee|policy|limit|it ... can|may|might feel|seem|look petty|silly|trivial|absurd|odd",
            "ring|call|phone|contact|tell|see|stop|leave|seek us|me|the|a|an|using|112|999|help .. at once",
        ],
        Language::Nb => &[
            "jeg|vi ?har|er bedt|ba|ber|får|fått|latt|lar .... ta|ringe|gi|hente|sende|komme|svare|vente|holde ....",
            "vil|ønsker|skal ?gjerne be|si ?deg|dere om|unnskyld ?unnskyldning|forlatelse ..",
            "forstår|skjønner|hører|leser|ser ?at @you opplevde|følte|ble|fikk ......",
            "logge|logget|logger|log inn med ..",
            "kollega|rådgiver|fagperson som kan|vet|kjenner ....",
            "jeg|vi ser at ...... trukket|belastet|betalt|registrert|kommet|levert",
            "at|man|merkes|tydelig @you har|kan greie|peiling|kunnskap|forstand på ..",
            "så|slik ?at @you rekker|slipper|får ....",
        ],
        Language::Sv => &[
            "jag|vi ?har bett|bad|ber|låter|låtit .... att|ta|ringa|ge|hämta|skicka|komma ....",
            "vill|ska|önskar ?gärna be ?dig|er om ursäkt ..",
            "förstår|hör|läser|ser ?att @you upplevde|kände|blev|fick|upplever ......",
            "kollega|rådgivare|tekniker|specialist som kan|vet ....",
            "kopplar|koppla jag|vi|dig ?dig ?över till ......",
            "så|att @you hinner|slipper|får ....",
            "märks|märker|tydligt ?att @you har|kan koll|kunskap ?på ..",
        ],
        Language::Da => &[
            "jeg|vi ?har bedt|beder|bad|lader|ladet .... at|tage|ringe|give|hente|sende|komme ....",
            "vil|skal|ønsker ?gerne ?at undskylde|sige|bede ?dig ?om ..",
            "forstår|hører|læser|ser ?, ?at @you oplevede|følte|blev|fik ......",
            "kollega|rådgiver|tekniker , som|der kan|ved ....",
            "kollega|rådgiver|tekniker som|der kan|ved ....",
            "mærke|mærkes|tydeligt|mærker ?, ?at @you har forstand|begreb|styr på ..",
            "så @you når|slipper|kan|får ....",
        ],
        Language::Id => &[
            "wah|wow , @you ?memang|benar paham|mengerti|tahu ?betul|sekali|banget soal|tentang ....",
            "@you paham|mengerti ?betul|sekali|banget soal|tentang ....",
            "kami|saya ?sudah minta|meminta ......",
            "ingin|mau|akan|hendak meminta|minta maaf ..",
            "paham|mengerti|memahami ?bahwa|kalau @you ?merasa|mengalami ......",
        ],
    }
}

/// Away with the customer, or with their turn, because they complain.
pub const AWAY_EN: &[&str] = &[
    "if @you not|arent|dont|dislike|unhappy ...... plenty|lots|many|other ?of ?other|elsewhere banks|shops|stores|companies|providers|clinics|dentists|doctors|places|restaurants|hotels|options",
    "plenty|lots of other banks|shops|stores|companies|providers|clinics|dentists|places|restaurants|hotels|suppliers ..",
];
pub const AWAY_NB: &[&str] = &[
    "=3 er|hvis|om|liker|passer @you|det ?er misfornøyd|ikke|sur ...... finnes|fins|er ?det ?nok ?av|mange|plenty|flust andre ?banker|butikker",
    "nok|flust|mange|massevis av|andre ?andre banker|butikker|firmaer|leverandører|klinikker|tannleger|leger|hoteller|selskaper|verksteder å|>|, ?velge",
];
pub const AWAY_SV: &[&str] = &[
    "gott|massor|många|fullt om|av|med|andra ?andra banker|butiker|företag|leverantörer|kliniker|tandläkare|läkare|hotell|verkstäder|ställen att|>|, ?välja",
];
pub const AWAY_DA: &[&str] = &[
    "nok|masser|mange|rigeligt af|med|andre ?andre banker|butikker|firmaer|leverandører|klinikker|tandlæger|læger|hoteller|værksteder|selskaber at|>|, ?vælge",
];
pub const AWAY_ID: &[&str] =
    &["banyak|masih ?banyak bank|toko|klinik|dokter|hotel|bengkel|penyedia|tempat|perusahaan lain ?yang|>|, ?kok"];

pub const WITHHELD_EN: &[&str] = &[
    "ombudsman|complain|complaint|review|press|report|regulator|lawyer|court .... you|and|then ?you|and can|may|will|could forget|kiss|whistle|wave|lose|say ?goodbye ......",
];
pub const WITHHELD_NB: &[&str] = &[
    "klager|klage|klag|ombud*|forbrukerrådet|anmeldelse*|anmelder|avisen|pressen|går|nemnda .... kan|får|må @you ?bare ?bare glemme|se ?langt time|timen|hjelp|service|plass|noe|å|videre|legetime|det|en ..",
];
pub const WITHHELD_SV: &[&str] = &[
    "klagar|klaga|anmäler|anmäl|ombuds*|konsumentverket|recension*|arn|tidningen|pressen|går .... kan|får @you ?bara ?bara glömma|drömma ?om tid|tiden|hjälp|service|plats|något|att|en|fler|vidare ..",
];
pub const WITHHELD_DA: &[&str] = &[
    "klager|klage|klag|ombuds*|forbruger*|anmeldelse*|anmelder|avisen|pressen|går|nævnet .... kan|må @you ?bare|godt ?godt|bare glemme|kigge ?alt|langt ?om|efter tid|tiden|hjælp|service|plads|noget|at|en|flere|aftale ..",
];
pub const WITHHELD_ID: &[&str] = &[
    "ombudsman|komplain|ylki|ojk|lapor|melapor|mengadu|media|ulasan .... jangan|lupakan|tidak|@no ?harap|akan|usah|usah ?berharap ?bisa|dapat|dilayani janji|jadwal|layanan|dilayani|pelayanan|antrean|dapat|ke|bantuan ..",
];

pub const fn away(language: Language) -> (&'static [&'static str], &'static [&'static str]) {
    match language {
        Language::En => (AWAY_EN, WITHHELD_EN),
        Language::Nb => (AWAY_NB, WITHHELD_NB),
        Language::Sv => (AWAY_SV, WITHHELD_SV),
        Language::Da => (AWAY_DA, WITHHELD_DA),
        Language::Id => (AWAY_ID, WITHHELD_ID),
    }
}
