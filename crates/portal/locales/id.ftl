request-title = Permintaan { $number }
request-number = Nomor { $number }
request-since = Sejak { $date }
request-received = Sudah kami terima
request-working = Sedang kami kerjakan
request-yours = Giliran Anda
request-solved = Selesai
request-talk = Percakapan
request-nothing = Belum ada percakapan di sini.
request-no-words = Tanpa kata, hanya berkas.
request-you = Anda
request-by = { $name } dari { $business }
request-answer = Tulis balasan
request-files = Berkas
request-send = Kirim
request-closed-hint = Permintaan ini sudah lama ditutup. Jika Anda menulis, percakapan dapat berlanjut sebagai permintaan baru.
request-offline = Anda sedang luring. Tulisan Anda disimpan di peramban ini; kirimkan setelah tersambung lagi.
request-too-many = Terlalu banyak balasan dalam waktu singkat. Tunggu sebentar lalu kirim lagi.
request-settle = Masalah saya sudah selesai, terima kasih
request-reopen = Ternyata belum selesai
request-done-sent = Terima kasih, balasan Anda sudah sampai.
request-done-solved = Terima kasih atas kabarnya. Anda dapat membukanya lagi kapan saja.
request-done-open = Kami sudah membukanya lagi dan akan menghubungi Anda.
request-place = Anda di sini
request-others = Permintaan Anda yang lain
request-no-others = Tidak ada yang lain.
my-title = Permintaan saya
my-lead = Ketik alamat yang Anda pakai untuk menulis kepada kami. Kami mengirim tautan untuk masuk.
my-email = Email
my-no-address = Ini bukan alamat email.
my-ask = Kirimi saya tautan
my-sent-title = Periksa email Anda
my-sent-lead = Jika kami mengenal { $email }, tautan sedang dikirim ke sana. Tautan berlaku sekali, dalam 15 menit.
my-again = Coba alamat lain
my-old-title = Tautan ini sudah dipakai atau kedaluwarsa
my-old-lead = Ketik alamat Anda, dan kami kirim yang baru.
my-in-title = Selamat datang kembali
my-in-lead = Satu tekan lagi dan Anda masuk. Dengan begitu hanya Anda yang memakai tautan ini, bukan program pembaca email.
my-in = Tampilkan permintaan saya
my-nothing = Belum ada apa-apa di sini.
my-pages = Halaman
my-first = Terbaru
my-more = Tampilkan yang lebih lama
my-data = Unduh data saya (JSON)
my-out-everywhere = Keluar di semua tempat
entry-mail-subject = Permintaan Anda di { $business }
entry-mail-text =
    Ini tautan ke permintaan Anda di { $business }:

    { $link }

    Tautan berlaku sekali, dalam 15 menit. Jika Anda tidak memintanya, abaikan saja: tanpa email ini tidak ada yang dapat masuk.
forms-lead = Halaman tempat siapa saja bisa menulis kepada Anda. Yang ditulis di sana masuk ke kotak masuk seperti email.
forms-edit-lead = Setiap formulir punya alamat sendiri, yang bisa ditautkan dari situs web Anda.
forms-none = Belum ada formulir kontak.
forms-new = Formulir baru
forms-change = Ubah formulir
forms-all = Semua formulir
forms-closed = Ditutup
forms-remove = Hapus
forms-remove-one = Hapus { $name }
forms-removed = Formulir dihapus. Yang ditulis lewat formulir itu tetap ada.
forms-too-many = Tidak ada tempat untuk formulir lagi. Hapus satu yang sudah ditutup.
forms-close-first = Tutup dulu formulirnya; setelah itu bisa dihapus.
forms-name = Nama
forms-about = Yang tertulis di atas formulir
forms-languages = Dalam bahasa lain
forms-open = Terbuka untuk semua orang
forms-open-why = Setelah ditutup, halamannya hilang. Yang sudah ditulis tidak hilang.
forms-questions = Pertanyaan
forms-questions-hint = Nama, email, perihal, isi, dan berkas selalu ada. Tanyakan hanya yang Anda perlukan.
forms-question = Pertanyaan { $number }
forms-add = Tambah pertanyaan
forms-up = Naikkan pertanyaan { $number }
forms-drop = Hapus pertanyaan { $number }
forms-label = Yang ditanyakan
forms-kind = Jawaban
forms-kind-line = Beberapa kata
forms-kind-text = Beberapa baris
forms-kind-number = Angka
forms-kind-date = Tanggal
forms-kind-choice = Satu dari daftar
forms-kind-tick = Centang
forms-choices = Pilihan, satu di setiap baris
forms-required = Wajib dijawab
forms-no-name = Beri formulir ini nama setidaknya dalam satu bahasa.
forms-no-label = Tuliskan yang ditanyakan setidaknya dalam satu bahasa.
forms-choices-wrong = Tawarkan dua sampai lima puluh pilihan, sama banyak dalam setiap bahasa.
forms-too-many-questions = Satu formulir paling banyak berisi dua puluh pertanyaan.
forms-too-long = Ini terlalu panjang.
forms-no-department = Departemen itu tidak ada.
contact-title = Tulis kepada kami
contact-lead = Tentang apa?
contact-name = Nama Anda
contact-about = Perihal
contact-words = Apa yang bisa kami bantu?
contact-optional = (boleh kosong)
contact-choose = Pilih …
contact-as = Anda menulis sebagai { $who }.
contact-missing = Mohon dijawab.
contact-no-number = Ini bukan angka.
contact-no-date = Ini bukan tanggal yang ada.
contact-not-offered = Ini bukan salah satu pilihan.
contact-sent-title = Terima kasih, sudah kami terima
contact-sent-lead = Kami sudah mengirim tautan ke alamat yang Anda tulis. Buka tautan itu supaya kami tahu bahwa ini memang Anda; di sana Anda juga melihat permintaan Anda. Kami menjawab ke alamat itu lewat email.
contact-again = Tulis hal lain
contact-wrong = { $count ->
   *[other] { $count } jawaban perlu dilihat lagi.
}
confirm-mail-subject = Apakah ini Anda? Mohon konfirmasi
confirm-mail-text =
    Seseorang menulis kepada { $business } dengan alamat ini. Jika itu Anda, konfirmasikan di sini dan lihat permintaan Anda:

    { $link }

    Tautan berlaku sekali, dalam satu hari. Jika bukan Anda, abaikan saja.
held-visits = Masuk untuk melihat permintaan
held-visit-peer = Dari
held-visit-browser = Peramban
requests-lead = Yang dilihat pelanggan dari permintaan mereka sendiri.
requests-links = Tautan di email
requests-on = Email memuat tautan ke permintaan
requests-on-why = Pemegang tautan melihat apa yang dikirim kepada pelanggan, membalas, menambah berkas, serta menutup atau membuka lagi. Tautan hanya ada di email kepada pelanggan saja, tidak pernah di salinan, dan dapat dicabut pada setiap percakapan.
requests-off = Tanpa tautan
requests-off-why = Tautan yang sudah dikirim juga tidak membuka apa pun.
requests-hue = Warna halaman ini
requests-hue-hint = Kami memilih terang dan pekatnya, agar semuanya tetap terbaca siang dan malam.
requests-typeface = Jenis huruf di semua halaman
requests-typeface-hint = Meja kerja dan halaman pelanggan. Inter tampak sama di mana pun, dan menambah 48 kB pada kunjungan pertama.
typeface-system = Yang dipakai perangkat setiap pembaca
typeface-inter = Inter
hue-ours = Pinus, apa adanya
hue-red = Merah
hue-amber = Kuning tua
hue-green = Hijau
hue-sea = Laut
hue-blue = Biru
hue-violet = Ungu
hue-rose = Merah muda

logo-title = Logo
logo-picture = Gambar
logo-other = Gambar lain
logo-hint = PNG, JPEG, atau WebP, paling besar 200 kB dan 2.000 titik per sisi. Tingginya 32 titik, di halaman terang dan gelap.
logo-shown = Begini tampilannya di atas halaman pelanggan.
logo-alone = Usaha Anda
logo-named = Nama tampil di sampingnya
logo-named-why = Hapus tanda ini bila gambarnya sudah memuat nama.
logo-save = Simpan logo
logo-remove = Hapus logo
logo-saved = Logo tersimpan. Pelanggan melihatnya mulai sekarang.
logo-removed = Logo sudah dihapus. Huruf pertama nama menggantikannya.
logo-nothing = Belum ada gambar yang dipilih. Pilih sebuah berkas.
logo-heavy = Berkas ini lebih besar dari 200 kB. Tidak ada yang berubah. Perkecil gambarnya lalu coba lagi.
logo-unknown = Ini bukan PNG, JPEG, atau WebP yang dapat dibaca. Tidak ada yang berubah. Pilih berkas lain.
logo-large = Gambar ini lebih dari 2.000 titik pada satu sisi. Tidak ada yang berubah. Perkecil lalu coba lagi.
logo-stretched = Panjang gambar ini lebih dari delapan kali lebarnya. Tidak ada yang berubah. Potong lalu coba lagi.

request-done-opinion = Terima kasih atas tanggapan Anda.
opinion-title = Apakah itu persis yang Anda mau?
opinion-exactly-mine = Persis
opinion-almost-mine = Hampir: ada yang kurang
opinion-no-mine = Tidak
opinion-comment = Apa yang kurang, atau yang ingin Anda tambahkan
opinion-again = Tolong lihat lagi
opinion-again-why = Dengan “Tidak” kami selalu melakukannya.
opinion-send = Kirim
opinion-change = Ubah
opinion-unsaid = Pilih salah satu dari ketiganya.
contact-offer = Apakah ini jawabannya?
contact-offer-why = Bagian artikel kami ini cocok dengan tulisan Anda. Belum ada orang yang membaca pesan Anda.
contact-offer-date = Versi { $version }, { $date }
contact-offer-version = { $title } (versi { $version }, { $date })
contact-offer-else = Jika bukan, kirimkan pesan Anda: isinya tetap seperti yang Anda tulis di bawah.
contact-offer-send = Bukan, kirim saja
contact-offered = Ditampilkan sebelum dikirim
join-mail-subject = Tautan Anda ke komunitas { $business }
join-mail-text =
    Ini tautan untuk ikut serta di komunitas { $business }:

    { $link }

    Tautan berlaku sekali, dalam 15 menit. Jika Anda tidak memintanya, abaikan saja: tanpa email ini tidak ada yang dapat masuk.
my-community = Komunitas
contact-tried = Yang sudah Anda coba
contact-tried-hint = Rekan kami membacanya bersama pertanyaan Anda. Ubah atau hapus sesuka Anda.
