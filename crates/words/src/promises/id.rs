//! Indonesian words of promises.

use super::lexicon::Class::{
    Act, Adverb, And, Arrive, Automatic, Be, Because, But, Can, Deadline, Every, Expect, Feel, Get, Going, Habit, Have,
    Hear, Hedge, I, If, It, Let, Light, Must, Not, Otherwise, Our, Outside, Particle, Past, Place, Prepare,
    Preposition, Protect, Ready, Request, Role, Said, SameDay, Shut, So, Someone, Soon, State, Stuff, Tag, Take, Tell,
    That, They, Trust, Unless, Vow, We, What, When, Who, Will, Would, You,
};
use super::lexicon::{Order, Table};
use super::verbs;

pub const TABLE: Table = Table {
    words: &[
        (Hedge, "katanya, konon"),
        (It, "yang baru, yang lama, yang satu"),
        (I, "saya, aku"),
        (We, "kami"),
        (You, "anda, ibu, bapak, kakak, kamu, kak, bu, pak, mbak, mas, bunda, sis, gan"),
        (Our, "kita"),
        (
            Role,
            "tim, teknisi, rekan, kolega, petugas, sopir, pengemudi, manajer, atasan, staf, divisi, bagian, departemen, \
             gudang, toko, bengkel, cabang, admin, moderator, montir, insinyur, konsultan, supervisor, spesialis, ahli, \
             pengacara, tukang, agen, customer service, cs, layanan pelanggan, pihak kami, pengembang, keuangan, penagihan, \
             resepsionis, penasihat, perawat, instruktur, dokter, kasir, akuntan, desainer, perwakilan, unit, rekan kerja, mekanik",
        ),
        (Someone, "seseorang, salah satu, ada yang"),
        (They, "dia, mereka, ia, beliau"),
        (
            Outside,
            "kurir, jne, jnt, j&t, sicepat, gojek, gosend, grab, ekspedisi, produsen, pemasok, bank, bea cukai, pelanggan, \
             pabrik, maskapai, penyedia, tiki, anteraja, ninja",
        ),
        (
            Stuff,
            "kantor, loket, gerai, restoran, kafe, museum, hotel, perpustakaan, klinik, jam buka, situs, sistem, harga, kebijakan, garansi, rekening, produk, alamat, nomor, promo, promosi, aplikasi, website, layanan, program, kesalahan, pesanan, catatan, kontak",
        ),
        (It, "itu, ini, barangnya, semuanya"),
        (Will, "akan, bakal, segera akan"),
        (Would, "andai, andaikan, seandainya, seharusnya, semestinya, tadinya, sempat mau"),
        (Can, "bisa, dapat, boleh, mampu"),
        (Must, "harus, perlu, wajib, mesti, diharuskan, diwajibkan"),
        (Not, "tidak, tak, belum, bukan, jangan, tanpa diminta, gak, nggak, enggak, ga, ngga, tiada, takkan"),
        (
            Adverb,
            "tidak lebih dari, tidak hanya, tidak masalah, tidak apa-apa, tidak usah khawatir, tidak perlu khawatir, jangan khawatir, gak masalah",
        ),
        (
            If,
            "jika, andai, andaikan, kalau, apabila, bila, asalkan, asal, bilamana, seandainya, misalkan, jikalau, dengan syarat, selama, sepanjang, kalo, dengan catatan, andaikata",
        ),
        (When, "setelah, begitu, sesudah, ketika, saat, sehabis, selepas, seusai, usai, sebelum, sampai, hingga"),
        (Preposition, "sebelum, sampai, hingga, setelah, sesudah, begitu, saat, selama, asal"),
        (Unless, "sambil, seraya, kecuali, kecuali jika, kecuali kalau"),
        (That, "bahwa, kalau-kalau"),
        (Who, "yang"),
        (What, "apa, siapa, mengapa, kenapa, bagaimana, kapan, di mana, mana, apakah, gimana, berapa"),
        (Because, "karena, sebab, agar, supaya, meskipun, walaupun, untuk"),
        (And, "dan, atau, serta, lalu, kemudian, &, terus"),
        (But, "tetapi, tapi, namun, melainkan"),
        (So, "jadi, sehingga, maka"),
        (
            Preposition,
            "ke, dari, dengan, di, pada, oleh, kepada, dalam, lewat, melalui, tentang, untuk, bagi, terhadap, sama, via",
        ),
        (
            Adverb,
            "juga, dulu, langsung, pasti, tentu, tentunya, kembali, lagi, sekarang, saja, pun, sekalian, kini, tetap, \
             sendiri, masih, memang, nanti, ya, yah, dong, kok, deh, sih, sesuai janji, seperti janji, sebagai gantinya, \
             terlebih dahulu, dahulu, selanjutnya, bantu, coba, gratis, secara pribadi, tanpa biaya, bersama, baru, \
             ingin, mau, baik, oke, siap",
        ),
        (
            Habit,
            "senin sampai jumat, senin hingga jumat, senin sampai sabtu, senin sampai minggu, setiap hari, biasanya, umumnya, selalu, rata-rata, sering, seringkali, kadang, terkadang, lazimnya, normalnya, pada umumnya, kebanyakan, secara umum, jarang, lumrahnya, pada dasarnya",
        ),
        (Every, "setiap, semua, tiap, seluruh pelanggan, segala"),
        (
            Hedge,
            "semoga, mudah-mudahan, mungkin, kemungkinan, barangkali, usahakan, kami usahakan, diusahakan, berusaha, mencoba, \
             berharap, harapannya, rencananya, diperkirakan, perkiraan, menurut, sepertinya, kayaknya, sebisa mungkin, diharapkan, \
             targetnya, insyaallah, insya allah, estimasi, kira-kira akan, jika memungkinkan, bila memungkinkan, rencana",
        ),
        (
            Request,
            "mohon, tolong, harap, silakan, silahkan, dimohon, diharap, kabari kami, hubungi kami, kirimkan kepada, jangan lupa, jangan ragu, minta",
        ),
        (
            Adverb,
            "mohon maaf, mohon ditunggu, mohon tunggu, mohon bersabar, harap tunggu, mohon kesabarannya, minta maaf",
        ),
        (
            Soon,
            "segera, secepatnya, sesegera mungkin, secepat mungkin, sebentar lagi, langsung, dalam waktu dekat, saat ini juga, tak lama lagi, sekarang juga, begitu bisa, sesaat lagi",
        ),
        (SameDay, "hari itu juga, hari itu, hari yang sama, sore itu juga"),
        (Otherwise, "lain, sebaliknya, keberatan"),
        (Automatic, "otomatis, kedaluwarsa, kadaluarsa, hangus, diperpanjang, jatuh tempo, berakhir"),
        (Deadline, "batas, tenggat, batas waktu, masa, hak, kesempatan, waktu"),
        (
            Shut,
            "buka, tutup, libur, cuti, rapat, istirahat, diskon, promo, obral, habis, sibuk, ulang tahun, pameran, jam kerja, beroperasi",
        ),
        (Let, "izinkan saya, izinkan kami, biar saya, biarkan saya, ijinkan saya, biar kami, biarkan kami"),
        (Expect, "tunggu, nantikan, ditunggu, tunggu kabar"),
        (Tag, "ok, oke, ya, setuju, bagaimana, gimana, boleh, cocok, kan"),
        (Particle, "kabar, jawaban, kontak, balasan, kepastian, update, kabarnya, hasilnya"),
        (Ready, "siap, selesai, beres, rampung, ready, siap diambil, jadi, pulih, normal kembali"),
        (
            Place,
            "di tempat, di rumah, di tangan, di rekening, di alamat, di kotak masuk, di email, di inbox, sampai di, ke tangan, ke rekening",
        ),
        (
            Trust,
            "percayalah, jangan khawatir, yakinlah, pegang janji, percaya, tenang saja, pegang kata-kata, dijamin, tenang",
        ),
        (Past, "sudah, telah, kemarin, tadi, pernah, barusan, sempat, lalu itu, tadi pagi, habis itu"),
        (Be, "ada, adalah, berada, menjadi"),
        (Have, "punya, memiliki, mempunyai"),
        (Going, "sedang, lagi sedang, masih dalam"),
        (Adverb, "sedang, lagi sedang, masih dalam"),
    ],
    verbs: &[
        (Act, "mencoba lagi/mencoba lagi, coba lagi/"),
        (State, "tersedia/"),
        (Act, "terima kembali/"),
        (Act, "sambung"),
        (
            Act,
            "kirim, tanggung, kembali, ganti, perbaiki, antar, batal, proses, selesai, beres, urus, tukar, bayar, transfer, jadwal, siap, \
             buat, cetak, pasang, ubah, ambil, jemput, reservasi, catat, tambah, hapus, buka blokir, aktif, pulih, terus, lanjut, \
             unggah, kunjung, datang, tangani, tindaklanjut, lunas, setuju, terbit, atur, cari ganti, serah, lengkap, cair, kredit, \
             kompensasi, gratiskan, refund, retur, upgrade, tingkat, alih, salur, simpan, sisih, pesan, taruh, beli, adakan, ada, \
             mampir, bantu, temani, setel, setor, potong kan, masuk, update, daftar, cuci, rawat, servis, reset, perpanjang, rapikan, \
             laksana, kerja, muat, angkut, bawa, kemas, tahan, pindah, sedia, luncur, isi ulang, selenggara, angkat, tutup, upayakan, tinggal, bikin, bebaskan, hentikan, gelar",
        ),
        (
            Act,
            "mengembalikan/mengembalikan, mengirimi/mengirimi, memberi/memberi, beri/memberi, berikan/memberikan, diberikan/, menyelesaikan/, mengganti/, memperbaiki/, perbarui/memperbarui, memproses/, memesankan/, mengurus/, mentransfer/, merapikan/, mengecat/, menjemput/",
        ),
        (
            Act,
            "memperpanjang/memperpanjang, mengantarkan/mengantarkan, mengunggah/, memasang/, follow up/, tindak lanjuti/, menindaklanjuti/, dp/, kasih/, ngirim/, kerjakan/mengerjakan, mengecek ulang/, perpanjangkan/, mengadakan/, bertanggung jawab/, mengkredit/",
        ),
        (
            Tell,
            "hubung, telepon, balas, jawab, kabar, informasi, sampai, konfirmasi, email, beritahu, lapor, jelas, umum, chat, wa, sms, telpon, info, cerita, follow up, whatsapp, tanggap, respons, respon, ingat",
        ),
        (
            Tell,
            "memberitahu/memberitahu, memberi tahu/memberi tahu, beri tahu/memberi tahu, beri kabar/memberi kabar, memberi kabar/, kasih kabar/, kasih tahu/, menelepon/menelepon, merespons/, kontak/mengontak, menulis/, tulis/, hubungi kembali/, mengumumkan/",
        ),
        (
            Prepare,
            "cek, periksa, tanya, selidik, telusur, pelajar, tinjau, pasti, koordinasi, diskusi, lihat, cari, teliti, uji, bahas, analisa, analisis, lacak, verifikasi, bicara, kaji",
        ),
        (
            Prepare,
            "mengecek/mengecek, berkoordinasi/, berdiskusi/, dicek/, mempelajari/, memverifikasi/, berbicara/, membicarakan/",
        ),
        (Light, "beri/memberi, datang/, menjaga/, jaga/"),
        (Get, "terima/menerima, menerima/, dapat/, dapatkan/mendapatkan, mendapat/, memperoleh/, peroleh/"),
        (Hear, "dengar/mendengar, mendengar/, kabar dari/"),
        (
            Feel,
            "suka, rasa, nikmat, cinta, senang, puas, menyesal, sadar, bangga, rindu, hemat, melihat/, merasakan/, menyukai/",
        ),
        (Take, "terima/menerima, diterima/, masuk/, dapat/"),
        (Protect, "tagih, potong, debit, debet, bebankan, tutup, hapus, pungut"),
        (Vow, "janji, jamin, berjanji/, menjamin/, komitmen/, berkomitmen/, garansikan/"),
        (Trust, "pastikan/memastikan, memastikan/"),
        (
            Said,
            "kata, bilang, sebut, ujar, tulis, kira, tahu, paham, mengerti/, mengatakan/, berkata/, pikir/, merasa/, dengar/mendengar, begitu yang/",
        ),
        (
            State,
            "harap, minta, butuh, saran, tunggu, rekomendasi, sesal, terima kasih/, apresiasi, rindu, jual/menjual, menunggu/, mengharap/, \
             ingin/, tinggal/, mulai/, berharap/, punya/, berlaku/, sarankan/menyarankan, anjur, paham/, mengerti/, tahu/, imbau, mengimbau/, libur/, senang/, mewajib, syukur, kekurangan/, kehabisan/, kesulitan/, kewalahan/, meminta/, ucap, maaf, percaya, yakin",
        ),
        (Arrive, "tiba, sampai/, berangkat/, datang/, mendarat/, masuk/, keluar/, dikirim/"),
    ],
    forms: verbs::indonesian,
    role_endings: &[],
    adverb_endings: &[],
    present_endings: &["kan", "i"],
    order: Order::Tenseless,
};
