# Pelanggan dan rekan kerja: masuk, profil, daftar pelanggan.

## Masuk

signin-title = Masuk
signin-greeting = Senang bertemu lagi
signin-lead = Masuk ke meja layanan
signin-email = Email
signin-password = Kata sandi
signin-forgot = Lupa?
signin-stay = Tetap masuk di komputer ini
signin-submit = Masuk
signin-second-title = Satu langkah lagi
signin-second-lead = Ketik kode yang ditampilkan aplikasi autentikator Anda
signin-second-code = Kode
signin-second-hint = Ponsel tidak ada? Kode cadangan juga bisa.
signin-second-late = Waktunya habis
signin-second-late-lead = Silakan masuk lagi.
signin-first-title = Belum ada yang punya akun
signin-first-lead = Tillit ini baru saja dijalankan untuk pertama kali.
signin-first-where = Tautan untuk akun pertama ada di tempat Tillit dijalankan: di terminal itu, atau di log layanan.
signin-first-again = Setiap kali dijalankan, tautan baru dibuat, sampai akun pertama ada.
signin-mismatch =
    { $left ->
        [0] Email dan kata sandi tidak cocok. Tunggu sebentar sebelum mencoba lagi.
        [1] Email dan kata sandi tidak cocok. Sisa satu percobaan.
        [2] Email dan kata sandi tidak cocok. Sisa dua percobaan.
        [3] Email dan kata sandi tidak cocok. Sisa tiga percobaan.
        [4] Email dan kata sandi tidak cocok. Sisa empat percobaan.
       *[other] Email dan kata sandi tidak cocok. Sisa { $left } percobaan.
    }

## Lupa kata sandi

forgotten-title = Kata sandi baru
forgotten-lead = Kami kirimkan tautan untuk memilih kata sandi baru.
forgotten-submit = Kirim tautan
forgotten-back = Kembali ke halaman masuk
forgotten-sent-title = Periksa kotak masuk Anda
forgotten-sent-lead = Jika { $email } milik seseorang di sini, tautannya sedang dikirim. Tautan berlaku satu jam.
reset-title = Pilih kata sandi
reset-greeting = Halo, { $name }
reset-lead = Pilih kata sandi baru. Setelah itu Anda langsung masuk.
reset-welcome-lead = Pilih kata sandi, dan semuanya siap untuk Anda.
reset-password = Kata sandi baru
reset-hint = Paling sedikit { $least } karakter. Beberapa kata berurutan sudah baik.
reset-submit = Simpan dan masuk
gone-title = Tautan ini tidak berlaku lagi
gone-lead = Tautan hanya berlaku sekali, dan untuk waktu terbatas.
gone-again = Minta tautan baru

## Email kepada rekan

mail-reset-subject = Kata sandi baru untuk Tillit
mail-reset-text =
    Halo { $name },

    Dengan tautan ini Anda dapat memilih kata sandi baru. Tautan berlaku sekali, dalam satu jam:

    { $link }

    Jika Anda tidak memintanya, Anda tidak perlu melakukan apa pun. Kata sandi Anda tetap sama.
mail-invite-subject = { $by } mengundang Anda ke Tillit
mail-invite-text =
    Halo { $name },

    { $by } telah membuatkan akun untuk Anda. Pilih kata sandi dengan tautan ini. Tautan berlaku sekali, dalam tujuh hari:

    { $link }

## Profil sendiri

profile-title = Profil saya
profile-lead = Bagaimana rekan melihat Anda, dan bagaimana layar Anda tampil.
profile-name = Nama
profile-language = Bahasa
profile-theme = Tampilan
profile-theme-system = Seperti di komputer ini
profile-theme-light = Terang
profile-theme-dark = Gelap
profile-zone = Zona waktu
profile-zone-hint = Waktu di layar Anda ditampilkan dalam zona ini.
profile-keys = Satu huruf sebagai tombol pintas
profile-keys-hint = Tekan R untuk membalas atau E untuk menutup. Ctrl dengan huruf selalu berfungsi.
profile-saved = Tersimpan
profile-password = Kata sandi
profile-password-lead = Saat kata sandi diganti, peramban lain akan dikeluarkan.
profile-password-now = Kata sandi sekarang
profile-password-new = Kata sandi baru
profile-password-wrong = Ini bukan kata sandi Anda sekarang.
profile-password-save = Ganti kata sandi
profile-password-saved = Kata sandi sudah diganti
profile-sessions = Tempat Anda masuk
profile-sessions-here = Peramban ini
profile-sessions-unknown = Peramban tidak dikenal
profile-sessions-seen = Dari { $peer }, terakhir dipakai { $when }
profile-sessions-end = Keluarkan
profile-sessions-end-one = Keluarkan { $browser }
profile-sessions-end-others = Keluarkan di semua tempat lain
profile-sessions-ended = Sudah dikeluarkan di sana
second-title = Faktor kedua
second-lead = Setelah kata sandi, Tillit meminta kode dari aplikasi di ponsel Anda. Orang yang mengetahui kata sandi Anda tetap tidak bisa masuk.
second-begin = Siapkan
second-change = Ubah
second-is-on = Aktif sejak { $when }
second-left =
    { $left ->
        [0] Tidak ada kode cadangan lagi. Buat yang baru.
       *[other] Masih ada { $left } kode cadangan.
    }
second-scan = Pindai ini dengan aplikasi autentikator Anda
second-scan-lead = Semua aplikasi kode sekali pakai bisa dipakai: Aegis, Google Authenticator, 1Password, dan lainnya.
second-qr = Kode untuk dipindai. Isinya sama dengan kunci di bawah.
second-key = Atau ketik kunci ini di aplikasi
second-code = Kode dari aplikasi
second-code-hint = Enam angka yang berganti setiap setengah menit.
second-confirm = Aktifkan
second-proof = Kode dari aplikasi, atau kode cadangan
second-proof-hint = Agar tidak ada yang bisa mengubahnya di komputer yang terbuka.
second-turn-off = Matikan
second-new-codes = Kode cadangan baru
second-turned-off = Faktor kedua dimatikan
second-codes = Faktor kedua sudah aktif. Ini kode cadangan Anda.
second-codes-lead = Simpan di tempat aman, jangan di ponsel. Tiap kode bisa dipakai masuk satu kali bila ponsel hilang. Kode ini tidak ditampilkan lagi.
second-codes-kept = Sudah saya simpan
second-turn-off-short = Matikan faktor kedua
second-turn-off-of = Matikan faktor kedua { $name }
second-oblige-roles = Peran yang wajib memakainya
second-oblige-lead = Orang dengan salah satu peran ini yang belum punya faktor kedua diarahkan untuk menyiapkannya, dan tidak bisa melakukan hal lain sebelum itu. Token API mereka tetap berfungsi.
second-oblige-owners = Pemilik yang memutuskan hal ini.
second-missing = Belum ada faktor kedua
second-led-lead = Semua orang dengan peran Anda di sini memakainya. Siapkan milik Anda untuk melanjutkan.

## Settings → API

api-title = API
api-lead = Token agar program Anda sendiri bekerja di sini sebagai Anda.
tokens-title = Token
tokens-docs = Apa yang bisa diminta program
tokens-none = Anda belum punya token.
tokens-made = { $name } siap
tokens-once = Inilah tokennya. Salin sekarang: tidak akan ditampilkan lagi.
tokens-secret = Token itu
tokens-used = Terakhir dipakai { $when }
tokens-unused = Belum pernah dipakai
tokens-ends = berakhir { $date }
tokens-ended = sudah berakhir
tokens-endless = Tidak berakhir
tokens-days = Setelah { $days } hari
tokens-revoke = Cabut
tokens-revoke-one = Cabut { $name }
tokens-revoked = Token itu tidak membuka apa pun lagi
tokens-new = Buat token
tokens-new-lead = Token tidak pernah berbuat lebih dari yang boleh Anda lakukan, dan berhenti bersama akun Anda.
tokens-name = Nama
tokens-name-hint = Untuk apa, misalnya “Toko daring”.
tokens-level = Apa yang boleh dilakukannya
tokens-level-read = Membaca
tokens-level-read-hint = Melihat percakapan, pelanggan dan rekan kerja.
tokens-level-write = Membaca dan menulis
tokens-level-write-hint = Juga membalas, mencatat, membagikan dan mengubah pelanggan.
tokens-level-admin = Semua yang boleh Anda lakukan
tokens-level-admin-hint = Juga pengaturan dan yang hanya dilihat administrator.
tokens-lasts = Berakhir
tokens-submit = Buat token itu
api-docs-title = Apa yang bisa diminta program
api-docs-lead = Semua alamat API, dibuat dari programnya sendiri.

## Rekan kerja

colleagues-title = Rekan kerja
colleagues-lead = Siapa yang bekerja di sini dan apa yang boleh mereka lakukan.
colleagues-you = Anda
colleagues-invited = Diundang
colleagues-disabled = Dinonaktifkan
colleagues-role-of = Peran { $name }
colleagues-role-owner = Pemilik
colleagues-role-admin = Administrator
colleagues-role-agent = Agen
colleagues-role-light = Pendamping
colleagues-role-owner-hint = Bertanggung jawab atas Tillit: mengangkat administrator dan pemilik, serta dapat melakukan semua yang mereka lakukan.
colleagues-role-admin-hint = Menjawab pelanggan, serta mengurus pengaturan dan rekan kerja.
colleagues-role-agent-hint = Menjawab pelanggan.
colleagues-role-light-hint = Melihat percakapan dan menulis catatan. Pelanggan tidak menerima apa pun dari mereka.
colleagues-reach-of = Seberapa banyak yang dilihat { $name }
colleagues-reach-all = Melihat semua
colleagues-reach-own = Melihat bagian sendiri
colleagues-invite-again = Kirim undangan baru
colleagues-invite-again-to = Kirim undangan baru kepada { $name }
colleagues-disable = Nonaktifkan
colleagues-disable-one = Nonaktifkan { $name }
colleagues-enable = Aktifkan
colleagues-enable-one = Aktifkan { $name }
colleagues-new = Undang rekan kerja
colleagues-new-lead = Rekan Anda menerima email berisi tautan untuk memilih kata sandi.
colleagues-name = Nama
colleagues-email = Email
colleagues-role = Peran
colleagues-language = Bahasa
colleagues-submit = Kirim undangan
colleagues-done-invited = Undangan sedang dikirim

absence-title = Tidak masuk
absence-lead = Hari saat Anda atau rekan tidak ada. Jika pelanggan menulis selama itu, percakapannya beralih ke pengganti, atau kembali tanpa penanggung jawab.
absence-none = Belum ada hari tidak masuk yang direncanakan.
absence-days = { $first } – { $last }
absence-now = Sedang tidak masuk
absence-until = Tidak masuk sampai { $day }
absence-deputy-is = { $name } menggantikan
absence-deputy-none = Tidak ada pengganti: jawaban baru kembali tanpa penanggung jawab
absence-remove = Batalkan
absence-remove-one = Batalkan: tidak masuk { $days }
absence-first = Hari pertama
absence-last = Hari terakhir
absence-deputy = Pengganti
absence-deputy-nobody = Tidak ada
absence-deputy-hint = Mengambil alih percakapan saat pelanggannya menulis. Hari dihitung menurut zona waktu usaha.
absence-plan = Rencanakan hari tidak masuk
colleague-all = Semua rekan kerja
colleague-lead = Kapan ia tidak masuk, dan siapa yang menggantikan.

workload-title = Kerja bergiliran
workload-lead = Yang dibagikan bergiliran jatuh kepada yang pekerjaannya paling sedikit menurut porsi jam kerjanya.
workload-cap = Percakapan terbuka paling banyak
workload-cap-hint = Yang sudah punya sebanyak itu tidak mendapat giliran. Kosong: tanpa batas.
workload-weight = Porsi jam kerja, dalam persen
workload-weight-hint = 100 untuk yang masuk sepanjang minggu, 50 untuk setengahnya.

departments-title = Bagian
departments-lead = Bagian-bagian usaha, dan siapa yang bekerja di dalamnya. Percakapan dapat masuk ke salah satunya.
departments-none = Belum ada bagian. Usaha kecil tidak memerlukannya.
departments-name = Nama
departments-members = Siapa yang bekerja di sini
departments-close = Tutup
departments-close-one = Tutup { $name }
departments-open = Buka lagi
departments-open-one = Buka lagi { $name }
departments-closed = Ditutup
departments-new = Bagian baru
departments-new-name = Namanya
departments-add = Tambah

## Pelanggan

customers-title = Pelanggan
customers-search = Nama atau alamat
customers-none-title = Belum ada pelanggan
customers-none-lead = Siapa pun yang menulis kepada Anda akan muncul di sini.
customers-nobody-title = Tidak ada yang ditemukan
customers-nobody-lead = Cari dengan awal nama atau alamat.
customers-show-all = Tampilkan semua pelanggan
customers-export-csv = Simpan sebagai tabel (CSV)
customers-export-vcard = Simpan sebagai kartu (vCard)
customers-column-name = Nama
customers-column-address = Alamat
customers-column-language = Bahasa
customers-column-since = Sejak
customers-since = Pelanggan sejak { $when }
customers-doubtful = Nama memuat alamat lain
customers-address-add = Tambah alamat
customers-address-new = Alamat lain
customers-address-hint = Mulai sekarang, email dari sana adalah miliknya.
customers-write = Tulis
customers-proved = Terbukti
customers-language = Menulis dalam
customers-language-unknown = Belum diketahui
customers-conversations = Percakapan
customers-conversations-show = Tampilkan percakapan
customers-promises = Janji
customers-promises-show = Tampilkan janji
customers-timeline = Lini masa
customers-timeline-show = Tampilkan lini masa
customers-rename = Ubah nama
customers-name = Nama
customers-file = Berkas pelanggan
customers-facts-about = Fakta tentang { $name }
customers-known = Perlu diketahui
customers-contact = Kontak
customers-change = Ubah { $what }
customers-failing = Email kembali
customers-address-remove = Hapus alamat ini
customers-phones = Telepon
customers-phone-add = Tambah telepon
customers-phone-number = Nomor
customers-phone-hint = Dengan + dan kode negara, atau seperti dihubungi di sana.
customers-phone-country = Negara untuk nomor tanpa +
customers-phone-label = Keterangan, misalnya kantor
customers-phone-remove = Hapus nomor ini
customers-call = Telepon sekarang
customers-log-contact = Catat telepon atau kunjungan
customers-also = Juga dikenal sebagai { $name }
customers-also-add = Tambah nama lain
customers-also-new = Nama lain
customers-also-remove = Hapus nama ini
customers-title-label = Peran atau jabatan
customers-postal = Alamat pos
customers-about-none = Belum ada peran dan alamat pos
customers-about-change = Ubah peran dan alamat pos
customers-notes = Catatan
customers-notes-none = Belum ada yang dicatat.
customers-note = Isi catatan
customers-note-add = Tulis catatan
customers-note-change = Ubah
customers-note-changed = diubah { $when }
customers-note-remove = Hapus catatan ini
customers-note-pin = Sematkan
customers-note-unpin = Lepas sematan
customers-note-pinned = Sematkan catatan ini
customers-note-pinned-hint = Catatan yang disematkan tampil di samping setiap percakapan.
customers-preferences = Preferensi
customers-preferences-change = Ubah preferensi
customers-prefers-language = Tulis kepada mereka dalam
customers-prefers-theirs = Bahasa yang mereka pakai
customers-written-in = Tulis dalam { $language }
customers-addressed = Sapaan
customers-addressed-as = Sapa sebagai { $name }
customers-reached = Cara menghubungi
customers-reach-any = Cara apa saja
customers-reach =
    { $channel ->
        [mail] Lewat email
        [phone] Lewat telepon
        [post] Lewat surat
       *[any] Sebaiknya
    } { $bounds ->
        [from] setelah { $from }
        [until] sebelum { $until }
        [both] antara { $from } dan { $until }
       *[any] saja
    }
customers-channel-any = Cara apa saja
customers-channel-mail = Lewat email
customers-channel-phone = Lewat telepon
customers-from = Tidak sebelum
customers-until = Tidak setelah
customers-vip = VIP
customers-vip-hint = Didahulukan dari yang lain.
customers-blocked = Diblokir
customers-blocked-title = Diblokir: tidak ada yang menjawab
customers-block = Blokir { $name }
customers-block-why = Alasan
customers-block-hint = Tulisan mereka disimpan dan langsung ditutup. Mereka tidak mendapat jawaban maupun tanda terima.
customers-block-now = Blokir
customers-unblock = Buka blokir { $name }
customers-parts = Pelanggan dan organisasi
organisations-title = Organisasi
organisations-one = Tempat mereka bernaung
organisations-search = Nama atau domain
organisations-none = Belum ada organisasi
organisations-none-lead = Tambahkan di sini, atau dari berkas pelanggan.
organisations-add = Tambah organisasi
organisations-name = Nama organisasi
organisations-name-hint = Nama baru membuat organisasi baru.
organisations-since =
    { $count ->
       *[other] { $count } pelanggan, dikenal sejak { $when }
    }
organisations-about = Nama dan domain
organisations-rename = Ubah nama
organisations-people = Orang
organisations-people-none = Belum ada yang termasuk di dalamnya.
organisations-might = Mungkin termasuk di dalamnya
organisations-might-belong = Menurut domain yang dipakai, mereka mungkin termasuk { $name }.
organisations-take-in = Termasuk
organisations-take-in-one = { $name } termasuk di dalamnya
organisations-decline = Tidak termasuk
organisations-decline-one = { $name } tidak termasuk di dalamnya
organisations-join = Pilih organisasi
organisations-leave = Tidak lagi termasuk { $name }
organisations-domain = Nama domain
organisations-domain-add = Tambah domain
organisations-domain-hint = Bagian setelah @ pada alamat mereka. Domain layanan email umum tidak dihitung.
organisations-domain-remove = Hapus { $domain }
organisations-joining = Cara bergabung
organisations-joins-by-itself = Siapa pun yang menulis dari salah satu domainnya langsung termasuk.
organisations-asks-first = Siapa pun yang menulis dari salah satu domainnya disarankan.
organisations-let-join = Langsung masukkan mereka
organisations-ask-first = Sarankan dulu
held-link = Semua yang disimpan tentang mereka
held-title = Semua yang disimpan tentang { $name }
held-lead = Inilah semua yang disimpan Tillit: juga yang ditulis rekan kerja di antara mereka. Bacalah sebelum diserahkan, karena orang lain mungkin disebut di dalamnya. Email dan berkasnya sendiri diunduh dari percakapannya.
held-json = Unduh sebagai JSON
held-id = Id
held-at = Kapan
held-kind = Jenis
held-text = Teks
held-from = Dari
held-to = Kepada
held-files = Berkas
held-number = Nomor
held-subject = Perihal
held-state = Keadaan
held-messages = Pesan dan catatan
held-drafts = Draf
held-elsewhere = Ditulis di percakapan orang lain
held-mails = Email sebagaimana datangnya
held-peer = Dikirim oleh server
held-addresses = Alamat
held-history = Riwayat
erase-title = Hapus { $name }
erase-what = Semua di atas dihapus untuk selamanya: teks, catatan, email, berkas, draf, alamat, pencarian, dan isi riwayat. Ini tidak dapat dibatalkan.
erase-stays = Yang tetap ada: bahwa percakapan pernah terjadi, nomor, waktu, dan keadaannya, tanpa orangnya. Cadangan menyimpan isinya sampai cadangan itu dihapus.
erase-type = Ketik “{ $name }” untuk memastikan
erase-now = Hapus selamanya
erased-customer = Pelanggan terhapus
erased-words = Terhapus
erased-title = Dihapus pada { $when }
erased-lead = Tidak ada lagi yang disimpan tentang pelanggan ini. Jejak di berkas basis data hilang dalam beberapa menit. Yang dihapus:
erased-conversations = { $count ->
   *[other] isi { $count } percakapan
}
erased-messages = { $count ->
   *[other] { $count } pesan dan catatan
}
erased-files = { $count ->
   *[other] { $count } berkas
}
erased-mails = { $count ->
   *[other] { $count } email sebagaimana datangnya
}
erased-drafts = { $count ->
   *[other] { $count } draf
}
erased-contacts = { $count ->
   *[other] { $count } alamat, telepon, dan nama
}
erased-notes = { $count ->
   *[other] { $count } catatan tentang mereka
}
erased-facts = { $count ->
   *[other] { $count } baris riwayat
}
erased-answers = { $count ->
   *[other] { $count } kiriman ke program lain
}
customers-doubles = Mungkin pelanggan yang sama
customers-double-phone = Keduanya memakai telepon { $number }.
customers-double-address = { $mine } dan { $theirs } hanya berbeda pada titik atau bagian setelah tanda plus.
customers-double-name = Keduanya bernama sama dan menulis dari { $domain }.
customers-double-not = Orang lain
customers-merge-look = Lihat dan gabungkan
customers-merge-another = Gabungkan dengan pelanggan lain
customers-merge-title = Siapa yang sama dengan { $name }?
customers-merge-lead = Pilih pelanggan yang orangnya sama. Anda melihat apa yang dipindahkan sebelum ada yang terjadi.
customers-merge-back = Kembali ke pelanggan
customers-merge-into = Gabungkan { $from } ke { $into }
customers-merge-what = { $into } tetap ada dan mendapat semua milik { $from }. Keduanya dapat dipisahkan lagi selama ada alamat { $from } yang masih ada dan tidak ada orang lain yang digabungkan setelahnya.
customers-merge-moves = Yang dipindahkan
customers-merge-names = Dikenal juga sebagai
customers-merge-filled = Belum diketahui sebelumnya
customers-merge-kept = { $name } mempertahankan miliknya
customers-merge-hours = Waktu untuk dihubungi
customers-merge-now = Gabungkan
customers-merge-swap = { $name } yang tetap ada
customers-merged = Digabungkan ke pelanggan ini
customers-merge-undo = Pisahkan lagi

## Isian sendiri

fields-title = Isian
fields-lead = Yang ingin Anda ketahui tentang setiap pelanggan, organisasi, atau percakapan.
fields-about = Tentang
fields-about-person = Pelanggan
fields-about-organisation = Organisasi
fields-about-conversation = Percakapan
fields-none = Belum ada isian.
fields-new = Isian baru
fields-add = Tambah isian ini
fields-name = Nama isian
fields-kind = Jenis isinya
fields-kind-text = Teks
fields-kind-number = Angka
fields-kind-date = Tanggal
fields-kind-choice = Pilihan
fields-kind-yesno = Ya atau tidak
fields-kind-link = Tautan
fields-choices = Kata yang dapat dipilih
fields-choices-hint = Satu per baris. Hanya pilihan yang memerlukannya.
fields-required = Wajib diisi sebelum
fields-before-saved = Setiap kali disimpan
fields-before-waiting-customer = Menunggu pelanggan
fields-before-waiting-others = Menunggu pihak lain
fields-before-solved = Penutupan
fields-retired = Tidak ditanyakan lagi:
fields-retire = Berhenti menanyakan isian ini
fields-retire-hint = Isinya tetap ada dan kembali bersamanya.
fields-restore = Tanyakan lagi
fields-restore-one = Tanyakan lagi: { $name }
fields-up = Pindah ke atas
fields-down = Pindah ke bawah
fields-card = Lebih lanjut tentang mereka
fields-change = Isi
fields-yes = Ya
fields-no = Tidak
fields-unfit-missing = Ini tidak boleh kosong.
fields-unfit-number = Ini bukan angka.
fields-unfit-date = Ini bukan tanggal.
fields-unfit-choice = Pilih salah satu kata.
fields-unfit-link = Ini bukan alamat halaman.

## Mengapa tidak

people-refused-forbidden = Anda tidak boleh melakukan ini.
people-refused-not-found = Orang ini tidak ada.
people-refused-not-an-address = Ini tidak tampak seperti alamat email. Periksa sekali lagi.
people-refused-address-taken = Alamat ini sudah milik orang lain.
people-refused-last-address = Satu alamat harus tetap ada. Jika tidak, tulisan mereka datang dari orang asing.
people-refused-erased-already = Pelanggan ini sudah dihapus.
people-refused-not-confirmed = Itu bukan nama pelanggan. Ketik seperti yang tertulis di atas.
people-refused-still-going-out = Balasan untuk pelanggan ini masih menunggu atau sedang dikirim. Kirim atau batalkan dahulu.
people-refused-same-person = Itu sudah pelanggan yang sama.
people-refused-merge-stays = Ada yang berubah sejak itu, sehingga keduanya tidak dapat dipisahkan lagi.
people-refused-not-a-phone = Ini tidak tampak seperti nomor telepon. Periksa sekali lagi.
people-refused-not-hours = Waktu ini tidak cocok. Yang kedua harus setelah yang pertama.
people-refused-reason-missing = Tulis alasannya.
people-refused-note-empty = Belum ada yang ditulis.
people-refused-too-many = Sudah terlalu banyak. Hapus satu dulu.
people-refused-name-taken = Nama ini sudah dipakai yang lain.
people-refused-not-a-domain = Ini tidak tampak seperti domain. Domain adalah bagian setelah @.
people-refused-public-domain = Semua orang bisa punya alamat di sana, jadi tidak menunjukkan mereka termasuk mana.
people-refused-domain-taken = Domain ini sudah milik organisasi lain.
people-refused-choices-missing = Pilihan memerlukan kata yang dapat dipilih.
people-refused-name-missing = Nama perlu diisi.
people-refused-last-owner = Harus ada yang bertanggung jawab atas Tillit. Jadikan rekan lain pemilik lebih dulu.
people-refused-own-account = Minta administrator lain melakukannya untuk Anda.
people-refused-department-taken = Sudah ada bagian dengan nama ini.
people-refused-too-many-departments = Jumlah bagian sudah sebanyak yang dapat dipilih. Tutup atau ganti nama salah satunya.
people-refused-no-department = Yang hanya melihat bagian sendiri harus berada di salah satu bagian. Pilihkan bagian untuknya, atau biarkan melihat semua.
people-refused-unknown-zone = Zona waktu itu tidak ada. Pilih dari daftar.
people-refused-file-too-large = Berkas lebih besar dari 64 MB. Bagi menjadi beberapa bagian, atau hapus gambar dari kartu.
people-refused-file-empty = Pilih berkas yang ada isinya.
people-refused-import-begun = Berkas ini sudah mulai dimasukkan.
people-refused-days-reversed = Hari terakhir berada sebelum hari pertama.
people-refused-days-over = Hari-hari ini sudah lewat, atau lebih dari tiga tahun lagi.
people-refused-days-taken = Sudah ada rencana tidak masuk pada salah satu hari ini. Batalkan yang itu dulu.
people-refused-not-a-day = Pilih hari pertama dan hari terakhir.
people-refused-no-deputy = Pilih pengganti yang menjawab pelanggan dan boleh masuk, atau tidak ada.
people-refused-not-a-cap = Isi bilangan bulat antara 1 dan 1000, atau kosongkan.
people-refused-not-a-weight = Isi bilangan bulat antara 1 dan 100.
people-refused-nobody-meant = Tidak ada satu pelanggan dengan alamat atau telepon ini.
people-refused-second-on = Faktor kedua sudah aktif.
people-refused-second-obliged = Peran Anda wajib memakai faktor kedua, jadi faktor itu tetap aktif.
people-refused-wrong-code = Kode itu bukan kode saat ini, atau sudah dipakai. Tunggu kode berikutnya, dan periksa jam di ponsel Anda.

## Yang terjadi

event-person-appeared = { $name } menulis untuk pertama kali
event-person-made = { $name } ditambahkan
event-person-renamed = Nama diubah dari { $from } menjadi { $to }
event-person-address-added = { $address } ditambahkan
event-person-erased = Semua yang disimpan tentang pelanggan ini dihapus
event-person-took-in = { $name } kini bagian dari pelanggan ini
event-person-became-part = Menjadi bagian dari { $name }
event-person-taken-apart = Dipisahkan lagi dari { $name }
event-person-left-apart = Ada yang mirip tetapi orang lain
event-person-address-failing = Email ke { $address } kembali. { $words }
event-person-address-works = { $address } berfungsi lagi
event-person-address-removed = { $address } dihapus
event-person-phone-added = Telepon { $number } ditambahkan
event-person-phone-changed = Telepon diubah dari { $from } menjadi { $to }
event-person-phone-removed = Telepon { $number } dihapus
event-person-name-added = Juga dikenal sebagai { $name }
event-person-name-removed = Tidak lagi dikenal sebagai { $name }
event-person-title = Peran diubah dari “{ $from }” menjadi “{ $to }”
event-person-postal = Alamat pos diubah dari “{ $from }” menjadi “{ $to }”
event-person-language = Bahasa untuk menulis diubah dari “{ $from }” menjadi “{ $to }”
event-person-addressed = Sapaan diubah dari “{ $from }” menjadi “{ $to }”
event-person-channel =
    { $to ->
        [mail] Dihubungi lewat email
        [phone] Dihubungi lewat telepon
        [post] Dihubungi lewat surat
       *[other] Dihubungi dengan cara apa saja
    }
event-person-hours = Waktu dihubungi diubah dari “{ $from }” menjadi “{ $to }”
event-person-vip = Menjadi VIP
event-person-vip-no-more = Bukan VIP lagi
event-person-blocked = Diblokir: { $reason }
event-person-unblocked = Tidak diblokir lagi
event-person-note-added = Catatan ditulis
event-person-note-changed = Catatan diubah
event-person-note-removed = Catatan dihapus
event-person-note-pinned = Catatan disematkan
event-person-note-unpinned = Sematan catatan dilepas
event-person-joined = Termasuk { $name }
event-person-left = Tidak lagi termasuk { $name }
event-field-changed = { $name } diubah dari “{ $from }” menjadi “{ $to }”
event-organisation-added = { $name } ditambahkan
event-organisation-renamed = Nama diubah dari { $from } menjadi { $to }
event-organisation-domain-added = Domain { $domain } ditambahkan
event-organisation-domain-removed = Domain { $domain } dihapus
event-organisation-joining = Siapa pun yang menulis dari domainnya langsung bergabung
event-organisation-asking = Siapa pun yang menulis dari domainnya disarankan
event-signin-succeeded = { $name } masuk dari { $peer }
event-signin-failed = Kata sandi atau kode salah untuk { $name }, dari { $peer }
event-signin-unknown = Percobaan masuk ke akun yang tidak ada, dari { $peer }
event-signin-ended = { $name } keluar
event-person-handed-out = Semua data pelanggan ini diserahkan sebagai berkas
event-staff-added = { $name } mendapat akun
event-staff-invited = { $name } diundang
event-staff-password-changed = { $name } memiliki kata sandi baru
event-staff-became-owner = { $name } menjadi pemilik
event-staff-became-admin = { $name } menjadi administrator
event-staff-became-light = { $name } menjadi pendamping
event-staff-limited = { $name } hanya melihat bagian sendiri
event-staff-unlimited = { $name } melihat semua percakapan
event-department-made = Bagian { $name } dibuat
event-department-changed = Bagian { $name } diubah
event-department-closed = Bagian { $name } ditutup
event-department-opened = Bagian { $name } dibuka lagi
event-staff-became-agent = { $name } menjadi agen
event-staff-disabled = { $name } dinonaktifkan
event-staff-enabled = { $name } dapat masuk lagi
event-staff-profile-changed = { $name } mengubah profilnya
event-staff-second-on = { $name } mengaktifkan faktor kedua
event-staff-second-off = Faktor kedua { $name } dimatikan
event-staff-recovery-renewed = { $name } membuat kode cadangan baru
event-staff-recovery-used = { $name } masuk dengan kode cadangan
event-staff-absence-planned = { $name } tidak masuk dari { $first } sampai { $last }
event-staff-absence-cancelled = { $name } jadi masuk dari { $first } sampai { $last }
event-staff-workload-changed = { $name } menerima paling banyak { $cap } percakapan terbuka, untuk { $weight } % jam kerja
event-token-made = Token API { $name } dibuat
event-token-revoked = Token API { $name } dicabut

## Customers out of files

imports-title = Masukkan pelanggan
imports-lead = Tabel (CSV) atau kartu (vCard) dari program lain. Anda lihat dulu bagaimana kami membacanya dan apa jadinya setiap baris; tidak ada yang ditulis sebelum Anda setuju.
imports-file = Berkas
imports-file-hint = Paling besar { $most } MB. Kolom dikenali dari judulnya, dalam lima bahasa.
imports-look = Lihat isinya
imports-earlier = Berkas sebelumnya
imports-when = Kapan
imports-state = Sejauh mana
imports-state-waiting = Belum dimulai
imports-state-running = Berjalan
imports-state-done = Selesai
imports-state-stopped = Dihentikan
imports-outcome-added = Baru
imports-outcome-filled = Dilengkapi
imports-outcome-same = Tetap sama
imports-outcome-refused = Ditolak
imports-why-address = bukan alamat email
imports-why-phone = bukan nomor telepon, atau negaranya tidak ada
imports-why-language = bukan salah satu dari lima bahasa
imports-why-unfit = tidak cocok di sini
imports-why-nobody = Tidak ada nama, alamat, atau telepon
imports-why-broken = Baris tidak dapat dibaca: tanda kutip tidak ditutup, atau terlalu panjang
imports-why-several = Milik lebih dari satu pelanggan
imports-why-too-many = lebih dari yang dapat dimiliki satu pelanggan
imports-nothing-yet = Belum ada yang ditulis. Periksa cara kami membaca berkas; perubahan di sini terlihat di bawah.
imports-charset = Set karakter
imports-delimiter = Pemisah sel
imports-delimiter-comma = Koma
imports-delimiter-semicolon = Titik koma
imports-delimiter-tab = Tab
imports-delimiter-bar = Garis tegak
imports-country = Telepon tanpa kode negara ada di
imports-heading = Baris pertama adalah judul
imports-columns = Isi setiap kolom
imports-column = Kolom
imports-column-skip = Lewati
imports-column-name = Nama lengkap
imports-column-given = Nama depan
imports-column-family = Nama belakang
imports-column-address = Alamat email
imports-column-phone = Telepon
imports-column-organisation = Organisasi
imports-column-title = Peran atau jabatan
imports-column-postal = Baris alamat pos
imports-column-language = Bahasa
imports-column-note = Catatan
imports-overwrite = Ganti isian rekan bila isi berkas berbeda
imports-look-again = Lihat lagi
imports-start = Masukkan semuanya
imports-leave = Tinggalkan berkas ini
imports-first-rows = Apa jadinya baris-baris pertama
imports-no-rows = Tidak ada baris dalam berkas ini.
imports-row = Baris
imports-becomes = Menjadi
imports-remarks = Tidak dimasukkan
imports-id = Id
imports-report = Hasil setiap baris (CSV)
imports-stop = Hentikan
imports-progress = { $percent } % berkas, { $rows } baris. Anda boleh meninggalkan halaman ini; proses tetap berjalan.
imports-refused-title = Baris yang ditolak
event-import-started = Berkas pelanggan { $name } mulai dimasukkan
event-import-done = Berkas { $name } selesai dimasukkan: { $added } baru, { $filled } dilengkapi, { $refused } ditolak
event-import-stopped = Pemasukan berkas { $name } dihentikan

## Related customers

related-title = Pelanggan terkait
related-family = keluarga
related-colleague = rekan kerja
related-assistant = asistennya
related-assisted = dibantu olehnya
related-spokesperson = mewakilinya
related-spoken-for = diwakili olehnya
related-add = Kaitkan pelanggan
related-who = Siapa
related-who-hint = Alamat atau telepon mereka, atau alamat berkas mereka di sini.
related-tie = Hubungannya
related-remove = Lepas kaitan dengan { $name }
event-person-related = Dikaitkan dengan pelanggan lain
event-person-unrelated = Tidak lagi dikaitkan dengan pelanggan lain

# Before something grave: prove once more that it is you.
proof-password = Kata sandi Anda
proof-why = Agar tidak ada yang bisa melakukannya di komputer yang terbuka.
proof-none = Anda belum punya kata sandi. Buat dulu, agar tidak ada yang bisa melakukannya di komputer yang terbuka.
customers-needs = Kebutuhan
customers-needs-show = Tampilkan kebutuhan

# Permintaan pelanggan, selain cara dan jam.
customers-channel-post = Lewat surat
customers-manner = Cara menyapa
customers-manner-house = Seperti biasa
customers-manner-formal = Resmi
customers-manner-familiar = Akrab
customers-reach-days = Sebaiknya { $days }
customers-days = Pada hari ini
customers-zone = Zona waktu mereka
customers-zone-hint = Jam yang dipakai untuk waktu mereka. Kosong: jam kita.
event-person-manner =
    { $to ->
        [formal] Ingin disapa secara resmi
        [familiar] Ingin disapa secara akrab
       *[other] Disapa seperti biasa
    }
event-person-days = Hari dihubungi diubah
event-person-zone = Zona waktu diubah dari “{ $from }” menjadi “{ $to }”

# Perhatian: yang sedang dialami seseorang, hanya untuk rekan kerja.
care-title = Perhatian khusus
care-none = Tidak ada yang perlu perhatian khusus.
care-add = Beri perhatian khusus
care-kind = Yang mereka alami
care-why = Dengan kata sendiri
care-why-hint = Rekan membacanya sebelum menulis. Pelanggan tidak pernah melihatnya.
care-until = Sampai
care-until-hint = Paling lama setahun ke depan. Kosong: selama biasanya.
care-until-day = Sampai { $day }
care-end = Akhiri sekarang
care-bereavement = Berduka
care-illness = Sakit
care-hardship = Kesulitan uang
care-new-baby = Bayi baru lahir
care-help = Butuh bantuan
care-other = Perlu perhatian khusus
care-manner-bereavement = Tulis dengan hangat; jangan menawarkan apa pun.
care-manner-illness = Sabar dan singkat; jangan menawarkan apa pun.
care-manner-hardship = Bicaralah lembut soal uang; jangan menawarkan apa pun.
care-manner-new-baby = Singkat saja; waktu mereka sedikit.
care-manner-help = Tanyakan apa yang membantu; jangan sampai mereka meminta dua kali.
care-manner-other = Tulis dengan hati-hati; jangan menawarkan apa pun.
people-refused-care-until = Pilih hari dari hari ini sampai setahun lagi.
people-refused-care-twice = Tanda itu sudah ada. Ubah yang itu saja.
event-person-care-set =
    { $kind ->
        [bereavement] Perhatian khusus sampai { $until }: berduka
        [illness] Perhatian khusus sampai { $until }: sakit
        [hardship] Perhatian khusus sampai { $until }: kesulitan uang
        [new_baby] Perhatian khusus sampai { $until }: bayi baru lahir
        [help] Perhatian khusus sampai { $until }: butuh bantuan
       *[other] Perhatian khusus sampai { $until }
    }
event-person-care-changed =
    { $kind ->
        [bereavement] Perhatian khusus diubah: berduka, sampai { $until }
        [illness] Perhatian khusus diubah: sakit, sampai { $until }
        [hardship] Perhatian khusus diubah: kesulitan uang, sampai { $until }
        [new_baby] Perhatian khusus diubah: bayi baru lahir, sampai { $until }
        [help] Perhatian khusus diubah: butuh bantuan, sampai { $until }
       *[other] Perhatian khusus diubah, sampai { $until }
    }
event-person-care-ended =
    { $kind ->
        [bereavement] Perhatian khusus berakhir: berduka
        [illness] Perhatian khusus berakhir: sakit
        [hardship] Perhatian khusus berakhir: kesulitan uang
        [new_baby] Perhatian khusus berakhir: bayi baru lahir
        [help] Perhatian khusus berakhir: butuh bantuan
       *[other] Perhatian khusus berakhir
    }

## What colleagues can

settings-skills = Keahlian
skills-lead = Yang tidak semua orang di sini bisa: perbaikan, bea cukai, suatu merek. Bagian, kotak surat, dan label dapat membutuhkan keahlian (Pengaturan → Giliran).
skills-none = Belum ada keahlian.
skills-new = Keahlian baru
skills-name = Nama
skills-add = Tambah
skills-remove = Hapus
skills-remove-one = Hapus { $name }
skills-nobody = Belum ada yang memilikinya. Keahlian diberikan di halaman tiap rekan.
skills-who = Yang memilikinya:
abilities-title = Keahlian dan bahasa
abilities-lead = Yang dibagi bergiliran jatuh kepada yang memiliki apa yang dibutuhkan.
abilities-own = Bahasa yang saya tulis
abilities-own-lead = Yang dibagi bergiliran dalam bahasa lain jatuh kepada orang lain selama mereka ada.
abilities-skills = Keahlian
abilities-no-skills = Belum ada keahlian.
abilities-writes = Bahasa
abilities-writes-hint = Tidak ada yang dicentang berarti semua.
event-staff-skills-changed = { $name } kini memiliki keahlian: { $skills }
event-staff-writes-changed = { $name } kini menulis bahasa: { $languages }
abilities-turns = Giliran yang Anda dapat
abilities-rota = Minggu layanan untuk semua
