settings-community = Komunitas
community-title = Tanya sesama
community-help = Bantuan
community-lead = Tanya jawab antarpelanggan, dan dari kami.
community-ideas = Gagasan
community-idea = Sebuah gagasan
community-question = Sebuah pertanyaan
community-kind = Apa ini?
community-newest = Terbaru
community-bare = Belum terjawab
community-none = Belum ada apa-apa di sini.
community-parts = Bagian
community-find = Cari pertanyaan
community-find-go = Cari
community-more = Lainnya
community-where = Posisi Anda
community-me = Pertanyaan saya
community-join = Pilih nama
community-name = Nama Anda di sini
community-name-hint = Semua orang dapat membacanya. Tidak harus nama asli Anda.
community-mine = Yang saya tanyakan
community-mine-none = Anda belum menanyakan apa pun.
community-leave = Keluar dari komunitas
community-leave-lead = Nama Anda dihapus. Tulisan Anda tetap ada, tanpa nama.
community-leave-go = Keluar sekarang
community-come-in = Masuk untuk ikut serta
community-come-in-lead = Kami mengirim tautan lewat email. Jika Anda baru di sini, Anda ikut serta begitu tautan itu dipakai.
community-sign-in = Kirimi saya tautan
community-own-question = Anda punya pertanyaan?
community-own-lead = Tanyakan kepada sesama. Jika tidak ada yang menjawab pada waktunya, kami yang menjawab.
community-ask = Ajukan pertanyaan
community-ask-lead = Sampaikan secara singkat. Mungkin sudah ada yang menanyakannya.
community-in-short = Singkatnya
community-in-full = Ceritakan lebih lengkap
community-next = Lanjut
community-alike = Pertanyaan serupa
community-alike-lead = Apakah jawaban Anda sudah ada di sini?
community-private-hint = Semua orang dapat membaca ini. Jangan cantumkan nomor pesanan, alamat, atau nomor telepon.
community-tags = Label
community-tags-hint = Paling banyak lima, pisahkan dengan koma.
community-publish = Terbitkan
community-done-asked = Pertanyaan Anda sudah tampil. Kami mengirim email saat ada jawaban.
community-done-answered = Terima kasih, jawaban Anda sudah tampil.
community-done-waits = Terima kasih. Rekan kami memeriksanya dulu, lalu semua orang dapat melihatnya.
community-done-flagged = Terima kasih. Rekan kami akan memeriksanya.
community-done-left = Anda telah keluar. Terima kasih sudah ikut serta.
community-somebody = Seseorang
community-expert = Ahli
community-edited = diubah
community-since = di sini sejak { $date }
community-waits = Menunggu diperiksa
community-hidden = Disembunyikan
community-locked = Dikunci
community-solved = Selesai
community-idea-new = Baru
community-idea-planned = Direncanakan
community-idea-done = Terlaksana
community-idea-declined = Tidak direncanakan
community-answer = Jawaban
community-accepted-one = Jawaban yang membantu
community-helped = Membantu { $name }
community-accept = Ini membantu
community-vote = Bermanfaat
community-comment = Komentari
community-edit = Ubah
community-flag = Ini tidak seharusnya ada di sini
community-flag-spam = Iklan
community-flag-rude = Menyakiti seseorang
community-flag-private = Membuka hal pribadi
community-flag-wrong = Keliru dan bisa merugikan
community-no-more = Diskusi ini sudah ditutup.
community-your-answer = Jawaban Anda
community-answer-hint = Jawablah seperti kepada tetangga. Semua orang dapat membacanya.
community-answer-go = Jawab
community-tell-me = Kirimi saya email saat ada jawaban
community-follow = Ikuti
community-unfollow = Berhenti mengikuti
community-no-name = Pilih nama minimal dua huruf terlebih dahulu.
community-name-taken = Nama itu sudah dipakai. Pilih nama lain.
community-blocked = Anda tidak dapat menulis di sini lagi. Hubungi kami jika menurut Anda ini keliru.
community-too-many = Terlalu banyak dalam waktu singkat. Tunggu sebentar lalu kirim lagi.
community-no-title = Sampaikan secara singkat apa masalahnya.
community-no-text = Tulislah sesuatu dulu.
community-too-long = Itu terlalu panjang.
community-closed = Diskusi itu sudah ditutup.
community-own = Orang lain yang menilai tulisan Anda.
community-not-yours = Hanya penulisnya yang dapat melakukan itu.
community-too-old = Sudah terlalu lama untuk diubah.
community-no-reason = Sebutkan alasannya.
community-no-merge = Tidak dapat digabungkan dengan yang itu.
community-desk = Yang perlu ditangani di komunitas
community-queue = Menunggu diperiksa
community-queue-none = Tidak ada yang menunggu.
community-show = Lihat
community-show-it = Biarkan tampil
community-hide-it = Sembunyikan
community-block-it = Sembunyikan dan blokir penulisnya
community-block = Blokir
community-unblock = Izinkan menulis lagi
community-is-blocked = Diblokir
community-make-expert = Tandai sebagai ahli
community-no-expert = Bukan ahli lagi
community-conversation = Percakapan yang terbentuk
community-as-us = Jawab agar semua dapat membaca
community-lock = Kunci
community-unlock = Buka kunci
community-merge = Gabungkan
community-merge-into = Alamat pertanyaan lain
community-becomes = Tindak lanjutnya
community-because = Alasan
community-sign-trap = Mengisi kolom yang tidak terlihat orang
community-sign-hasty = Dikirim seketika
community-sign-repeated = Sudah pernah ditulis
community-sign-links = Banyak tautan
community-sign-new-link = Tautan dari anggota baru
community-sign-loud = Hampir semua huruf besar
community-sign-new = Tulisan pertama anggota baru
community-settings-lead = Tempat pelanggan bertanya secara terbuka dan saling menjawab. Tulisan baru Anda periksa dulu, dan yang tidak terjawab sampai kepada Anda.
community-on = Komunitas aktif
community-on-why = Halamannya tersedia bagi pelanggan.
community-members-only = Hanya yang masuk yang dapat membaca
community-members-only-why = Tanpa ini, siapa saja bisa, termasuk mesin pencari.
community-hours = Jam sampai pertanyaan tak terjawab sampai kepada kami
community-hours-hint = Menjadi percakapan di kotak masuk. 0 berarti tidak pernah.
community-by-the-clock = Hitung setiap jam
community-by-the-clock-why = Tanpa ini, hanya jam buka yang dihitung.
community-first-wait = Tulisan pertama anggota yang Anda periksa
community-first-wait-hint = Orang lain melihatnya setelah Anda setujui.
community-new-an-hour = Tulisan per jam oleh anggota baru
community-new-an-hour-hint = Sampai beberapa tulisannya tampil.
community-an-hour = Tulisan per jam oleh anggota lain
community-an-hour-hint = Selebihnya diminta menunggu.
community-fell-note = Ditanyakan di komunitas dan belum ada yang menjawab: { $link }
community-mail-subject = Ada yang baru: { $title }
community-mail-decided-subject = Keputusan tentang gagasan: { $title }
held-community = Tulisan di komunitas
held-community-name = Nama di komunitas
held-community-title = Singkatnya
held-community-text = Teks
event-community-asked = Bertanya di komunitas
event-community-idea = Menyampaikan gagasan di komunitas
event-community-answered = Menjawab di komunitas
event-community-accepted = Menyebut jawaban yang membantu
event-community-flagged = Melaporkan tulisan di komunitas
event-community-shown = Membiarkan tulisan tampil di komunitas
event-community-hidden = Menyembunyikan tulisan di komunitas
event-community-locked = Mengunci pertanyaan di komunitas
event-community-unlocked = Membuka kunci pertanyaan di komunitas
event-community-merged = Menggabungkan dua pertanyaan di komunitas
event-community-fell = Pertanyaan di komunitas menjadi percakapan
event-community-decided = Memutuskan sebuah gagasan
community-answers = { $count ->
   *[other] { $count } jawaban
}
community-votes = { $count ->
   *[other] suara
}
community-mail-text =
    Ada tulisan baru pada topik yang Anda ikuti di { $business }:

    { $title }
    { $link }

    Anda dapat berhenti mengikutinya di halaman itu.
community-mail-decided-text =
    Kami telah memutuskan gagasan yang Anda inginkan atau ikuti di { $business }:

    { $title }
    { $becomes }
    { $reason }

    { $link }
community-done-public = Terima kasih. Kini semua orang bisa membacanya, dan Anda mendapat email bila ada yang menjawab.
community-done-private = Terima kasih. Tidak ada yang ditampilkan.
community-done-taken = Sebentar lagi ini menjadi percakapan.
community-taken-note = Ditanyakan di komunitas: { $link }
community-take = Jadikan percakapan
community-move = Pindahkan
community-join-sent = Jika { $email } benar, tautan sedang dikirim ke sana. Tautan berlaku sekali, dalam 15 menit.
community-offer-title = Jadikan pertanyaan
community-offer-back = Kembali ke percakapan
community-offer-lead = Orang lain mungkin punya pertanyaan yang sama. Sisakan hanya yang membantu mereka. Pelanggan membacanya dulu dan memutuskan; sebelum itu tidak ada yang ditampilkan.
community-offer-taken = Dihapus
community-offer-hint = Baca sekali lagi: nama tempat dan produk yang menunjukkan siapa orangnya juga dihapus.
community-offer-ask = Tanyakan kepada pelanggan lewat email
community-offer-asked = Pelanggan sudah ditanya, atau ini sudah terbuka untuk umum.
community-offer-cannot = Pelanggan tidak dapat ditanya lewat email sekarang: tidak ada alamatnya yang terbukti, atau ia sedang perlu dijaga perasaannya. Tanyakan sendiri.
community-offer-public = Ini sudah menjadi pertanyaan di komunitas.
community-offer-waits = Pelanggan sudah ditanya dan belum menjawab.
community-offer-declined = Pelanggan tidak mau. Tanyakan lagi hanya jika sekarang ia mau.
community-offer-may = Bolehkah orang lain membaca ini?
community-offer-may-lead = Anda menulis ini kepada { $business }, dan orang lain mungkin punya pertanyaan yang sama. Hal pribadi sudah kami hapus. Ini baru terbuka untuk umum jika Anda setuju.
community-offer-named = Ya, dengan nama ini
community-offer-unnamed = Ya, tanpa nama
community-offer-no = Tidak, biarkan tertutup
community-offer-note = Pelanggan mengizinkannya menjadi pertanyaan di komunitas: { $link }
community-offer-mail-subject = Bolehkah orang lain membaca pertanyaan Anda?
event-community-moved = Memindahkan pertanyaan atau gagasan di komunitas
community-wanted-by = { $count } pelanggan menginginkannya
community-offer-mail-text =
    Anda menanyakan kepada { $business } sesuatu yang mungkin ingin diketahui orang lain juga:

    { $title }

    Bolehkah kami menampilkannya di komunitas kami bersama jawaban kami di sana? Hal pribadi sudah kami hapus. Baca di sini dan putuskan; sebelum itu tidak ada yang melihatnya:

    { $link }

    Anda dapat berhenti mengikutinya di halaman itu.
search-community = Di komunitas
    Tautan berlaku 30 hari. Jika Anda tidak melakukan apa-apa, isinya tetap tertutup.
event-community-expert = Menandai anggota sebagai ahli di komunitas
event-community-expert-no-more = Menghapus tanda ahli dari anggota
event-community-blocked = Memblokir anggota di komunitas
event-community-unblocked = Mengizinkan anggota menulis lagi di komunitas
community-number-wrong = Tulis bilangan bulat dari { $least } sampai { $most }.
community-others-wrong = Anggota lain boleh menulis setidaknya sebanyak anggota baru.
