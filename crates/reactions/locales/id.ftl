# Facts for programs outside.

## Settings → Webhooks

webhooks-title = Webhook
webhooks-lead = Yang terjadi di sini diberitahukan kepada program Anda sendiri, dengan tanda tangan.
webhooks-none = Belum ada webhook.
webhooks-new = Tambahkan webhook
webhooks-new-lead = Setiap kejadian dikirim ke sana sebagai JSON. Jawab dengan status 200 sampai 299; jika tidak, dikirim lagi selama tiga hari.
webhooks-submit = Tambahkan webhook itu
webhooks-saved = Tersimpan.
webhooks-tried = Uji coba sedang dikirim.
webhooks-again = Sedang dikirim lagi.
webhooks-removed = Webhook itu sudah tidak ada.
webhooks-gone = Sudah tidak ada (410): dimatikan
webhooks-off = Mati
webhooks-silent = Tidak menjawab
webhooks-on = Hidup
webhooks-url = Alamat
webhooks-url-hint = Alamat https milik Anda yang menerima POST.
webhooks-url-refused = Alamat ini tidak bisa dipanggil. Harus berupa alamat web di internet umum, atau di jaringan yang didaftarkan pengelola.
webhooks-kinds = Apa yang diberitahukan
webhooks-kinds-none = Pilih paling sedikit satu.
webhooks-one = Satu webhook
webhooks-deliveries = Terkirim
webhooks-deliveries-none = Belum ada yang dikirim.
webhooks-secret-made = Rahasianya siap
webhooks-secret-once = Program Anda memeriksa tanda tangan dengannya. Salin sekarang: tidak akan ditampilkan lagi. Rahasia sebelumnya masih berlaku satu hari.
webhooks-secret = Rahasia itu
webhooks-do = Apa yang bisa dilakukan dengannya
webhooks-try = Kirim uji coba
webhooks-switch-off = Matikan
webhooks-switch-on = Hidupkan
webhooks-rotate = Rahasia baru
webhooks-remove = Hapus
webhooks-delivery-pending = Sedang dikirim
webhooks-delivery-done = Sampai
webhooks-delivery-failed = Menyerah
webhooks-attempts = { $n } percobaan
webhooks-body = Apa yang dikirim
webhooks-answer = Apa yang kembali
webhooks-deliver-again = Kirim lagi

## Reports

reports-title = Laporan
reports-period = { $from } sampai { $to }
reports-csv = Angka sebagai berkas (CSV)
reports-csv-list = Daftar ini sebagai berkas (CSV)
reports-percent = { $n }%
reports-unclear = Tanggal ini tidak terbaca. Hari pertama tidak boleh sesudah hari terakhir, dan jaraknya paling lama sepuluh tahun.
reports-none = Belum ada yang dihitung
reports-none-lead = Begitu pelanggan menulis dan dijawab, angka hari-hari ini tampil di sini.
reports-which = Yang dilaporkan
reports-days = Hari
reports-today = Hari ini
reports-week = 7 hari
reports-four-weeks = 28 hari
reports-month = Bulan ini
reports-last-month = Bulan lalu
reports-year = 365 hari
reports-from = Hari pertama
reports-to = Hari terakhir
reports-department = Bagian
reports-staff = Rekan
reports-mailbox = Kotak surat
reports-tag = Tag
reports-language = Bahasa
reports-only = Hanya
reports-everything = Semua
reports-compare = Bandingkan dengan jumlah hari yang sama tepat sebelumnya
reports-show = Tampilkan
reports-before = Sebelumnya: { $value }
reports-meaning = Artinya
reports-opened = Baru
reports-opened-means = Percakapan yang dimulai pelanggan pada hari-hari ini. Tulisan pengirim yang diblokir tidak dihitung, begitu pula yang menjadi bagian percakapan lain.
reports-received = Pesan diterima
reports-received-means = Yang ditulis orang kepada kita pada hari-hari ini. Email yang ditulis mesin tidak dihitung.
reports-replied = Jawaban terkirim
reports-replied-means = Yang dijawab rekan kepada pelanggan pada hari-hari ini. Yang ditarik kembali atau tidak pernah sampai tidak dihitung, begitu pula tanda terima.
reports-closed = Ditutup
reports-closed-means = Seberapa sering percakapan diselesaikan atau ditutup pada hari-hari ini. Yang dibuka lagi dapat dihitung lagi.
reports-reopened = Dibuka lagi
reports-reopened-means = Seberapa sering percakapan terbuka lagi setelah diselesaikan atau ditutup, oleh pelanggan atau rekan.
reports-open-now = Terbuka sekarang
reports-open-now-means = Percakapan yang belum selesai dan belum ditutup, siapa pun gilirannya dan kapan pun dimulai.
reports-by-day = Hari demi hari
reports-chart = Percakapan baru dan ditutup hari demi hari: { $opened } baru, { $closed } ditutup. Angkanya ada di tabel berikut.
reports-numbers = Angkanya
reports-day = Hari
reports-backlog = Terbuka pada akhir
reports-times = Berapa lama
reports-what = Apa
reports-n = Jumlah
reports-median = Separuh dalam
reports-p90 = Sembilan dari sepuluh dalam
reports-median-open = Separuh dalam, jam buka
reports-p90-open = Sembilan dari sepuluh dalam, jam buka
reports-first = Jawaban pertama
reports-first-means = Dari email pertama yang ditulis orang sampai jawaban pertama seorang rekan. Tanda terima tidak dihitung. Dihitung pada hari jawabannya. Separuh dalam: median. Sembilan dari sepuluh dalam: persentil ke-90. Jam buka adalah yang berlaku ketika dihitung.
reports-next = Jawaban berikutnya
reports-next-means = Dari email terlama yang belum dijawab sampai jawaban berikutnya. Dalam jam buka, waktu ketika percakapan menunggu pihak lain tidak dihitung.
reports-resolved = Selesai
reports-resolved-means = Dari awal percakapan sampai terakhir kali diselesaikan atau ditutup. Bila dibuka lagi, dihitung ketika selesai lagi.
reports-ages = Umur yang masih terbuka
reports-age = Dimulai
reports-age-today = Hari ini
reports-age-days = { $from } sampai { $to } hari lalu
reports-age-more = { $from } hari lalu atau lebih lama
reports-ages-means = Menurut hari percakapan dimulai, seberapa sering pun dibuka lagi sejak itu.
reports-within = Dijawab dalam 24 jam
reports-of = { $k } dari { $n }
reports-interval = Bagian sebenarnya sangat mungkin antara { $low }% dan { $high }% (keyakinan 95%, Wilson).
reports-in-time = Dijawab tepat waktu
reports-late = Tidak dijawab tepat waktu
reports-waiting = Menunggu lebih dari 24 jam
reports-within-means = Dari percakapan ketika seseorang menulis kepada kita pada hari-hari ini: bagian yang jawaban pertamanya datang dalam 24 jam nyata, hari apa pun. Yang menunggu lebih singkat belum dinilai; yang ditutup sebelumnya tanpa jawaban tidak dihitung. Dalam tabel bagian dan rekan, yang masih menunggu tidak dihitung.
reports-lapses = Tenggat terlewat: { $n }
reports-lapses-none = Tidak ada tenggat yang terlewat pada hari-hari ini.
reports-lapses-list = Tenggat terlewat terbaru
reports-lapses-means = Setiap kali tenggat jawaban terlewat: apa itu, siapa yang memegang percakapan saat itu, dan berapa lama pelanggan menunggu sesudahnya.
reports-lapse-first = Jawaban pertama terlewat
reports-lapse-next = Jawaban berikutnya terlewat
reports-late-n = Terlambat atau masih menunggu: { $n }
reports-late-none = Semua dijawab dalam 24 jam.
reports-apart = Dipisahkan
reports-apart-none = Tidak ada yang dihitung di sini pada hari-hari ini.
reports-apart-means = Menurut nama, karena angka bukan perlombaan. Percakapan baru dihitung untuk pemegangnya sekarang, jawaban untuk penulisnya, penutupan untuk yang menutup. Rekan melihat angkanya sendiri; yang mengelola rekan melihat semua. Jumlah kasus tertulis di samping setiap angka sebagai n.
reports-missed = Terlewat
reports-nobody = Tidak ada
reports-gone = Sudah tidak ada
reports-had-nobody = Tidak ada yang memegangnya
reports-back = Ke laporan
reports-list-none = Tidak ada percakapan di sini.
reports-more = Tampilkan lagi
reports-conversation = Percakapan
reports-when = Kapan
reports-who = Siapa
reports-took = Lamanya
reports-took-open = Dalam jam buka
reports-unanswered = Masih belum dijawab

## Facts of the log

event-webhook-added = Webhook ke { $host } ditambahkan
event-webhook-changed = Webhook ke { $host } diubah
event-webhook-on = Webhook ke { $host } dihidupkan
event-webhook-off = Webhook ke { $host } dimatikan
event-webhook-rotated = Webhook ke { $host } mendapat rahasia baru
event-webhook-removed = Webhook ke { $host } dihapus

# The list of administrative acts.

audit-lead = Siapa melakukan apa pada Tillit Anda, dan siapa yang masuk. Terbaru lebih dulu.
audit-filter = Apa yang ditampilkan
audit-who = Siapa
audit-everybody = Semua orang
audit-kind = Apa
audit-everything = Semuanya
audit-sign-ins = Masuk
audit-colleagues = Rekan dan departemen
audit-settings = Pengaturan
audit-programs = Token dan webhook
audit-mailboxes = Kotak surat
audit-words = Label dan makro
audit-privacy = Data pelanggan
audit-from = Dari
audit-until = Sampai
audit-show = Tampilkan
audit-file = Sebagai berkas (CSV)
audit-acts = Yang terjadi
audit-none = Tidak ada kejadian seperti itu.
audit-older = Lebih lama
audit-by-system = Tillit, atau pengelolanya
audit-by-customer = Pelanggan
audit-by-former = Mantan rekan
audit-backup-now = cadangan diminta
audit-job-retried = pekerjaan yang gagal dimulai lagi
audit-providers = masuk di penyedia surat

## Lapses

lapses-title = Tenggat terlewat
lapses-lead = Balasan yang datang lebih lambat dari janji, atau tidak pernah. Tulis pada tiap kasus sebabnya, dan apa yang akan membantu.
lapses-none = Tidak ada balasan yang terlewat pada hari-hari ini.
lapses-share = Terlambat atau tidak pernah
lapses-share-means = Dari semua balasan pada hari-hari ini, dan yang seharusnya diberikan. Belum dibalas sampai kini: { $n }.
lapses-late = Terlambat { $time }
lapses-waits = Sudah menunggu { $time } terlalu lama
lapses-never = Tidak pernah dibalas
lapses-cause-unknown = Sebabnya tidak diketahui.
lapses-cause-nobody = Belum ada pemiliknya.
lapses-cause-closed = Masuk saat Anda tutup, jadi hanya sedikit waktu menjawab yang jatuh dalam jam buka.
lapses-reason = Sebab
lapses-reason-write = Tulis sebab
lapses-reason-change = Ubah sebab
event-lapse-explained = Sebab ditulis pada balasan yang terlambat
event-lapse-unexplained = Sebab pada balasan yang terlambat dihapus

## Pemberitahuan

notices-title = Pemberitahuan
notices-lead = Yang menyangkut Anda. Melihat sebuah percakapan menandai pemberitahuannya sebagai sudah dibaca.
notices-settings = Cara Anda diberi tahu
notices-show = Pemberitahuan mana
notices-unread = Belum dibaca
notices-all = Semua
notices-read-all = Tandai semua sudah dibaca
notices-none = Belum ada pemberitahuan
notices-none-unread = Semua sudah dibaca
notices-none-lead = Saat seseorang menyebut Anda, memberi Anda percakapan, atau menulis di percakapan Anda, itu muncul di sini.
notices-older = Lebih lama
notices-no-subject = Tanpa subjek
notices-not-read = belum dibaca
notices-read-one = Tandai sudah dibaca
notices-read-this = Tandai sudah dibaca: { $what }
notices-count-most = { $n }+
keys-notices = Pemberitahuan
notice-mentioned = { $by } menyebut Anda
notice-mentioned-plain = Sebuah catatan menyebut Anda
notice-draft = { $by } meminta Anda melihat sebuah draf
notice-draft-plain = Seorang rekan meminta Anda melihat sebuah draf
notice-undelivered = Balasan Anda untuk { $who } tidak terkirim
notice-assigned = { $by } memberi Anda sebuah percakapan
notice-assigned-plain = Anda mendapat sebuah percakapan
notice-wrote = { $who } menulis kepada Anda
notice-followed = { $who } menulis di percakapan yang Anda ikuti
notice-aside = { $who } menjawab di utas samping
notice-aside-plain = Ada jawaban di utas samping
notice-soon = Balasan untuk { $who } segera jatuh tempo
notice-late = Balasan Anda untuk { $who } terlambat
notice-lapse = Balasan untuk { $who } terlambat di departemen Anda
notice-promise = Janji kepada { $who } harus segera ditepati
notice-broken = Janji kepada { $who } terlambat
notice-praise = { $who } memuji Anda

## Profil → Pemberitahuan

settings-notices = Pemberitahuan
notices-wishes-lead = Apa yang diberitahukan kepada Anda, dan bagaimana.
notices-saved = Tersimpan.
notices-ways = Apa yang diberitahukan
notices-ways-hint = Semua selain “Mati” juga muncul di Pemberitahuan.
notices-kind-mentioned = Sebuah catatan menyebut saya
notices-kind-draft = Seorang rekan meminta saya melihat sebuah draf
notices-kind-undelivered = Balasan saya tidak terkirim
notices-kind-assigned = Saya mendapat percakapan
notices-kind-wrote = Pelanggan menulis di percakapan saya
notices-kind-followed = Pelanggan menulis di percakapan yang saya ikuti
notices-kind-aside = Ada yang menjawab di utas samping saya, atau di percakapan yang saya pegang atau ikuti
notices-kind-soon = Balasan saya segera jatuh tempo
notices-kind-late = Balasan saya terlambat
notices-kind-lapse = Balasan terlambat di departemen saya (pemilik dan admin)
notices-kind-promise = Janji yang saya tepati harus segera ditepati
notices-kind-broken = Janji saya, atau di bagian saya (pemilik dan admin), terlambat
notices-kind-praise = Pelanggan memuji saya
notices-way-desk = Di Tillit
notices-way-mail = Lewat surel segera
notices-way-digest = Dalam ringkasan
notices-way-off = Mati
notices-quiet = Jam tenang
notices-quiet-hint = Tidak ada surel untuk Anda pada jam itu. Yang masuk sementara itu datang sesudahnya dalam satu surel. Waktunya mengikuti waktu usaha.
notices-quiet-from = Dari
notices-quiet-until = Sampai
notices-quiet-days = Sepanjang hari
notices-quiet-wrong = Tulis dua waktu yang berbeda, misalnya 17:00 dan 08:00, atau kosongkan keduanya.
notices-digest = Ringkasan
notices-digest-hour = Jam ringkasan
notices-digest-hint = Setiap hari pada jam ini, bila ada yang belum dibaca.

## Surel pemberitahuan

notice-mail-subject = { $what }: { $subject } (#{ $number })
notice-mail-text = { $what }.

    #{ $number } · { $subject } · { $customer }

    { $link }
notice-mail-said = { $who }:
notice-mail-several = { $n } pemberitahuan
notice-mail-several-lead = Ini belum dibaca:
notice-mail-more = Selebihnya ada di Pemberitahuan: { $link }
notice-mail-footer = Anda memilih apa yang dikirim lewat surel: { $link }

reports-ended = Hasil akhirnya
reports-ended-none = Dalam kurun ini tidak ada yang menyebut hasilnya.
reports-ended-new = Pelanggan baru
reports-ended-known = Sudah dikenal
reports-ended-means = Hasil yang disebut rekan saat percakapan ditutup terakhir kali. Pada pelanggan baru itu yang dimenangkan, pada yang sudah dikenal itu yang dipertahankan. Yang tidak disebut tidak dihitung.
reports-fcr = Selesai pada kontak pertama
reports-fcr-list = Selesai pada kontak pertama
reports-fcr-means = Dari percakapan yang dimulai pelanggan dan diselesaikan dalam kurun ini: yang hanya punya satu pesan pelanggan, tidak pernah dibuka lagi, bukan bagian dari yang lain, dan tanpa percakapan lain dari pelanggan yang sama tentang topik yang sama dalam tujuh hari sesudahnya. Topiknya adalah label yang dipasang pertama; percakapan tanpa label dihitung sebagai satu topik. Hari-hari terakhir masih dapat berubah.
reports-righted-new = Dibetulkan: pelanggan baru
reports-righted-known = Dibetulkan: pelanggan lama
reports-informed-new = Diberi tahu: pelanggan baru
reports-informed-known = Diberi tahu: pelanggan lama
reports-ordered-new = Memesan: pelanggan baru
reports-ordered-known = Memesan: pelanggan lama
reports-lost-new = Pergi: pelanggan baru
reports-lost-known = Pergi: pelanggan lama
reports-other-new = Lainnya: pelanggan baru
reports-other-known = Lainnya: pelanggan lama
