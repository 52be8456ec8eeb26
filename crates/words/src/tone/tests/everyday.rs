//! Sentences from everyday support: what may go out, and what its writer should look at again.

use base::Language;

/// Sentences of one language.
pub struct Everyday {
    pub language: Language,
    pub good: &'static str,
    pub jarring: &'static str,
}

pub const ALL: [Everyday; 5] = [
    Everyday {
        language: Language::En,
        good: r#"Hello Anna, thank you for your patience. The charger is on its way.
Please press and hold the button for ten seconds.
You can return the shoes within 30 days, no questions asked.
If you have any questions, just reply to this mail.
I'm sorry, we can't refund shipping, but I can send you a voucher.
You should see the light turn green after a minute.
Your parcel was delivered on Tuesday at 14:02.
We don't sell that model any more; the newer one does the same.
Please send us a photo so that we can find the right part.
It was our mistake, not yours.
That sounds annoying. Let me look into it for you.
You wrote "this is a piece of crap", and I understand why.
WARNING: unplug the device before you open it.
No problem at all, happy to help!
You did not do anything wrong.
Could you tell me which browser you use?
The nuts and bolts are in the small bag.
I checked with the warehouse: it ships tomorrow.
Thanks for letting me know, I have cancelled the order.
Let me explain what happened on our side.
As promised, here is the list.
We are closed on Sunday, but I will call you on Monday.
The warranty covers the pump but not the hose, because hoses wear out.
Once again, I'm sorry for the wait.
You can find the serial number on the back.
Have you tried another cable? That often helps.
Nobody likes to wait, and I'm sorry you had to.
To reset the password, click the link below.
It's a small thing, but the lid fits better now.
I would choose the larger one, it lasts longer.
Enjoy your new bike!
You're welcome, have a nice evening.
As you know, the shop moves in May.
Do you want me to cancel it?
You don't need to do anything."#,
        jarring: r#"Calm down and read what I wrote.
That is your problem, not ours.
You must have dropped it.
Stop complaining.
Don't be so dramatic.
Are you blind?
We don't care.
I already explained this to you twice.
You should have checked the size first.
Yeah right, as if it broke by itself.
Keep this up and we will block you.
No refunds.
Read the manual.
You people are impossible.
Wow, what a tragedy.
What did you expect for that price?
This is bullshit.
Sh1t happens.
We have better things to do.
Listen, buddy, it is simple.
It's not our fault that you can't read.
Any child could do it.
I don't believe a word of it.
You are lying to us.
NO, WE WILL NOT DO THAT!
Get over it.
Deal with it.
Go somewhere else then.
How many times do I have to tell you?
Perhaps it might possibly be somewhat broken, I guess."#,
    },
    Everyday {
        language: Language::Nb,
        good: r#"Hei Anna, takk for tålmodigheten. Laderen er på vei.
Hold knappen inne i ti sekunder.
Du kan returnere skoene innen 30 dager.
Bare svar på denne e-posten om du lurer på noe.
Vi kan dessverre ikke refundere frakten, men jeg sender deg en rabattkode.
Lyset skal bli grønt etter et minutt.
Pakken ble levert tirsdag klokka 14.02.
Den modellen er slutt på lageret, men den nye gjør det samme.
Send oss gjerne et bilde, så finner vi riktig del.
Det var vår feil, ikke din.
Så ergerlig! Jeg skal se på det med en gang.
Du skrev «dette er noe dritt», og det skjønner jeg godt.
ADVARSEL: Dra ut støpselet før du åpner dekselet.
Ikke noe problem, bare hyggelig!
Du har ikke gjort noe feil.
Hvilken nettleser bruker du?
Jeg har sjekket med lageret, den sendes i morgen.
Takk for at du sa fra, bestillingen er avbestilt.
Som lovet ringer jeg i morgen.
Vi holder stengt på søndag, men jeg ringer deg mandag.
Garantien gjelder pumpa, men ikke slangen, fordi slanger slites.
Nok en gang beklager jeg ventetiden.
Serienummeret står på baksiden.
Har du prøvd en annen kabel? Det hjelper ofte.
Det er kjedelig å vente, og jeg beklager at det tok tid.
Trykk på lenken under for å lage nytt passord.
Jeg ville valgt den største, den varer lenger.
Kos deg med den nye sykkelen!
Ha en fin kveld!
Vil du at jeg skal avbestille den?
Du trenger ikke gjøre noe.
Så dumt at den kom for seint.
Dette skjer av og til, og det er lett å rette.
Vi har byttet ut delen og testet den."#,
        jarring: r#"Ta det med ro og les det jeg skrev.
Det er ditt problem, ikke vårt.
Du må ha mistet den i gulvet.
Slutt å klage.
Ikke vær så dramatisk.
Er du blind?
Det bryr oss ikke.
Dette har jeg allerede forklart deg to ganger.
Du burde ha sjekket størrelsen først.
Jada, som om den gikk i stykker av seg selv.
Fortsetter du slik, sperrer vi kontoen.
Ingen refusjon.
Les bruksanvisningen.
Stakkars deg, for en tragedie.
Hva forventet du til den prisen?
Dette er noe jævla tull.
H3lvete heller.
Vi har viktigere ting å gjøre.
Det er ikke vår feil at du ikke kan lese.
Et barn ville klart det.
Jeg tror ikke på deg.
Du lyver for oss.
NEI, DET GJØR VI IKKE!
Kom over det.
Finn deg en annen butikk.
Hvor mange ganger må jeg si det?
Hold kjeft.
Det er din egen skyld.
Idiot.
Du kan takke deg selv."#,
    },
    Everyday {
        language: Language::Sv,
        good: r#"Hej Anna, tack för tålamodet. Laddaren är på väg.
Håll in knappen i tio sekunder.
Du kan returnera skorna inom 30 dagar.
Svara bara på det här mejlet om du har frågor.
Vi kan tyvärr inte återbetala frakten, men jag skickar en rabattkod.
Lampan ska bli grön efter en minut.
Paketet levererades i tisdags klockan 14.02.
Den modellen är slut i lager, men den nya gör samma sak.
Skicka gärna en bild, så hittar vi rätt del.
Det var vårt fel, inte ditt.
Vad förargligt! Jag tittar på det direkt.
Du skrev ”det här är skit”, och det förstår jag.
VARNING: Dra ur kontakten innan du öppnar locket.
Inga problem, det var så lite!
Du har inte gjort något fel.
Vilken webbläsare använder du?
Jag har kollat med lagret, den skickas i morgon.
Tack för att du sa till, beställningen är avbokad.
Som utlovat ringer jag i morgon.
Vi har stängt på söndag, men jag ringer dig på måndag.
Garantin gäller pumpen men inte slangen, eftersom slangar slits.
Än en gång ber jag om ursäkt för väntan.
Serienumret står på baksidan.
Har du provat en annan kabel? Det brukar hjälpa.
Det är tråkigt att vänta, och jag beklagar att det tog tid.
Klicka på länken nedan för att skapa ett nytt lösenord.
Jag skulle välja den större, den håller längre.
Ha så kul med den nya cykeln!
Ha en fin kväll!
Vill du att jag avbokar den?
Du behöver inte göra något.
Så dumt att den kom för sent.
Det händer ibland och är lätt att rätta till.
Vi har bytt delen och testat den."#,
        jarring: r#"Ta det lugnt och läs vad jag skrev.
Det är ditt problem, inte vårt.
Du måste ha tappat den i golvet.
Sluta klaga.
Var inte så dramatisk.
Är du blind?
Det bryr vi oss inte om.
Det har jag redan förklarat för dig två gånger.
Du borde ha kollat storleken först.
Jodå, som om den gick sönder av sig själv.
Fortsätter du så spärrar vi kontot.
Ingen återbetalning.
Läs bruksanvisningen.
Stackars dig, vilken tragedi.
Vad förväntade du dig för det priset?
Det här är jävla skitsnack.
H3lvete också.
Vi har viktigare saker att göra.
Det är inte vårt fel att du inte kan läsa.
Ett barn hade klarat det.
Jag tror inte på dig.
Du ljuger för oss.
NEJ, DET GÖR VI INTE!
Kom över det.
Hitta en annan butik.
Hur många gånger ska jag säga det?
Håll käften.
Det är ditt eget fel.
Idiot.
Skyll dig själv."#,
    },
    Everyday {
        language: Language::Da,
        good: r#"Hej Anna, tak for tålmodigheden. Opladeren er på vej.
Hold knappen inde i ti sekunder.
Du kan returnere skoene inden for 30 dage.
Svar bare på denne mail, hvis du har spørgsmål.
Vi kan desværre ikke refundere fragten, men jeg sender dig en rabatkode.
Lyset skal blive grønt efter et minut.
Pakken blev leveret tirsdag klokken 14.02.
Den model er udsolgt, men den nye gør det samme.
Send os gerne et billede, så finder vi den rigtige del.
Det var vores fejl, ikke din.
Hvor ærgerligt! Jeg ser på det med det samme.
Du skrev »det er noget lort«, og det forstår jeg godt.
ADVARSEL: Tag stikket ud, før du åbner dækslet.
Det er helt i orden, selv tak!
Du har ikke gjort noget forkert.
Hvilken browser bruger du?
Jeg har tjekket med lageret, den sendes i morgen.
Tak, fordi du sagde til, ordren er annulleret.
Som lovet ringer jeg i morgen.
Vi holder lukket på søndag, men jeg ringer til dig mandag.
Garantien dækker pumpen, men ikke slangen, fordi slanger slides.
Endnu en gang beklager jeg ventetiden.
Serienummeret står på bagsiden.
Har du prøvet et andet kabel? Det hjælper ofte.
Det er kedeligt at vente, og jeg beklager, at det tog tid.
Tryk på linket nedenfor for at lave en ny adgangskode.
Jeg ville vælge den største, den holder længere.
God fornøjelse med den nye cykel!
Hav en god aften!
Vil du have, at jeg annullerer den?
Du behøver ikke gøre noget.
Hvor dumt, at den kom for sent.
Det sker af og til og er let at rette.
Vi har skiftet delen og testet den."#,
        jarring: r#"Slap af og læs, hvad jeg skrev.
Det er dit problem, ikke vores.
Du må have tabt den på gulvet.
Hold op med at brokke dig.
Lad være med at være så dramatisk.
Er du blind?
Det rager os ikke.
Det har jeg allerede forklaret dig to gange.
Du burde have tjekket størrelsen først.
Ja, som om den gik i stykker af sig selv.
Bliver du ved, spærrer vi din konto.
Ingen refusion.
Læs brugsanvisningen.
Stakkels dig, sikke en tragedie.
Hvad havde du forventet til den pris?
Det er noget forbandet pis.
H3lvede også.
Vi har vigtigere ting at lave.
Det er ikke vores fejl, at du ikke kan læse.
Et barn kunne gøre det.
Jeg tror ikke på dig.
Du lyver for os.
NEJ, DET GØR VI IKKE!
Kom nu videre.
Find en anden butik.
Hvor mange gange skal jeg sige det?
Hold kæft.
Det er din egen skyld.
Idiot.
Du kan takke dig selv."#,
    },
    Everyday {
        language: Language::Id,
        good: r#"Halo Kak Rina, terima kasih atas kesabarannya. Pengisi dayanya sedang dikirim.
Tekan dan tahan tombolnya selama sepuluh detik.
Sepatunya bisa dikembalikan dalam 30 hari.
Balas saja email ini kalau ada pertanyaan.
Maaf, ongkos kirim belum bisa kami kembalikan, tetapi kami beri voucher.
Lampunya akan menyala hijau setelah satu menit.
Paket Ibu tiba hari Selasa pukul 14.02.
Model itu sudah habis, tetapi yang baru sama fungsinya.
Mohon kirim fotonya supaya kami bisa mencari suku cadang yang tepat.
Itu kesalahan kami, bukan kesalahan Bapak.
Wah, pasti merepotkan. Saya periksa sekarang juga.
Bapak menulis "ini sampah", dan saya mengerti.
PERINGATAN: cabut kabel sebelum membuka penutupnya.
Tidak apa-apa, senang bisa membantu!
Ibu tidak melakukan kesalahan apa pun.
Peramban apa yang Anda gunakan?
Saya sudah tanya ke gudang, besok dikirim.
Terima kasih sudah memberi kabar, pesanannya sudah dibatalkan.
Sesuai janji, besok saya telepon.
Hari Minggu kami tutup, Senin saya hubungi Ibu.
Garansi mencakup pompa, tetapi selang tidak, karena selang bisa aus.
Sekali lagi mohon maaf atas keterlambatannya.
Nomor serinya ada di bagian belakang.
Apakah Ibu sudah mencoba kabel lain? Biasanya membantu.
Klik tautan di bawah untuk membuat kata sandi baru.
Saya sarankan yang besar, lebih tahan lama.
Selamat menikmati sepeda barunya!
Semoga harinya menyenangkan, Kak.
Apakah perlu saya batalkan?
Anda tidak perlu melakukan apa-apa.
Makanan anjing rasa ayam sudah tersedia lagi.
Hal ini kadang terjadi dan mudah diperbaiki.
Kami sudah mengganti suku cadangnya dan mengujinya.
Barangnya sudah kami cek dan berfungsi normal."#,
        jarring: r#"Tenang dulu dan baca yang saya tulis.
Itu masalah Anda, bukan masalah kami.
Pasti Anda jatuhkan sendiri.
Berhenti mengeluh.
Jangan lebay.
Apa Anda buta?
Kami tidak peduli.
Sudah saya jelaskan dua kali.
Seharusnya Anda cek ukurannya dulu.
Masa sih rusak sendiri?
Kalau terus begini, akun Anda kami blokir.
Tidak ada refund.
Baca buku petunjuk.
Kasihan sekali, dunia mau kiamat ya.
Mau bagaimana lagi, harganya segitu.
Dasar brengsek.
K0ntol.
Kami punya urusan yang lebih penting.
Bukan salah kami kalau Anda tidak bisa baca.
Anak kecil pun bisa.
Saya tidak percaya.
Anda bohong.
TIDAK, KAMI TIDAK MAU!
Terima saja.
Cari toko lain saja.
Harus berapa kali saya bilang?
Tutup mulut.
Salah sendiri.
Lo gimana sih.
Salahkan diri sendiri."#,
    },
];
