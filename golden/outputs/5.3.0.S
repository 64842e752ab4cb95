#include <asm/bitsperlong.h>
#if BITS_PER_LONG == 64
#define PTR .quad
#define ALGN .balign 8
#else
#define PTR .long
#define ALGN .balign 4
#endif
	.section .rodata, "a"
.globl kallsyms_offsets
	ALGN
kallsyms_offsets:
	.long	0xffffffff
	.long	0xffffffff
	.long	0xfffffdaf
	.long	0xfffffd9f
	.long	0xfffffd6f
	.long	0xfffffd5f
	.long	0xfffffcef
	.long	0xfffffcdf
	.long	0xfffffc2f
	.long	0xfffffc1f
	.long	0xfffffbef
	.long	0xfffffbdf
	.long	0xfffffb6f
	.long	0xfffffb5f
	.long	0xfffffb2f
	.long	0xfffffb1f
	.long	0xfffffaef
	.long	0xfffffadf
	.long	0xfffffaaf
	.long	0xfffffa9f
	.long	0xfffffa6f
	.long	0xfffffa5f
	.long	0xfffffa2f
	.long	0xfffffa1f
	.long	0xfffff9ef
	.long	0xfffff9df
	.long	0xfffff9af
	.long	0xfffff99f
	.long	0xfffff96f
	.long	0xfffff95f
	.long	0xfffff92f
	.long	0xfffff91f
	.long	0xfffff8ef
	.long	0xfffff8df
	.long	0xfffff8af
	.long	0xfffff89f
	.long	0xfffff86f
	.long	0xfffff85f
	.long	0xfffff7af
	.long	0xfffff79f
	.long	0xfffff76f
	.long	0xfffff75f
	.long	0xfffff66f
	.long	0xfffff65f
	.long	0xfffff62f
	.long	0xfffff61f
	.long	0xfffff5ef
	.long	0xfffff5df
	.long	0xfffff5af
	.long	0xfffff59f
	.long	0xfffff36f
	.long	0xfffff35f
	.long	0xfffff32f
	.long	0xfffff31f
	.long	0xfffff26f
	.long	0xfffff25f
	.long	0xfffff24f
	.long	0xfffff23f
	.long	0xfffff22f
	.long	0xfffff21f
	.long	0xfffff20f
	.long	0xfffff1ff
	.long	0xfffff1ef
	.long	0xfffff1df
	.long	0xfffff1cf
	.long	0xfffff1bf
	.long	0xfffff1af
	.long	0xfffff19f
	.long	0xfffff18f
	.long	0xfffff17f
	.long	0xfffff16f
	.long	0xfffff15f
	.long	0xfffff12f
	.long	0xfffff11f
	.long	0xfffff0ef
	.long	0xfffff0df
	.long	0xfffff0af
	.long	0xfffff09f
	.long	0xfffff06f
	.long	0xfffff05f
	.long	0xfffff01f
	.long	0xfffff00f
	.long	0xffffefff
	.long	0xffffefef
	.long	0xffffefdf
	.long	0xffffefbf
	.long	0xffffefaf
	.long	0xffffef9f
	.long	0xffffef7f
	.long	0xffffef6f
	.long	0xffffef4f
	.long	0xffffef3f
	.long	0xffffef2f
	.long	0xffffef1f
	.long	0xffffef0f
	.long	0xffffeeef
	.long	0xffffeedf
	.long	0xffffeecf
	.long	0xffffeebf
	.long	0xffffee9f
	.long	0xffffee8f
	.long	0xffffee7f
	.long	0xffffee6f
	.long	0xffffee5f

.globl kallsyms_relative_base
	ALGN
kallsyms_relative_base:
	PTR	_text - 0

.globl kallsyms_num_syms
	ALGN
kallsyms_num_syms:
	.long	104

.globl kallsyms_names
	ALGN
kallsyms_names:
	.byte 0x03, 0x3c, 0x74, 0x7f
	.byte 0x03, 0x3c, 0xbc, 0x7f
	.byte 0x01, 0x7c
	.byte 0x01, 0x7b
	.byte 0x02, 0x7c, 0xb7
	.byte 0x02, 0x7b, 0xb7
	.byte 0x02, 0x7c, 0x3e
	.byte 0x02, 0x7b, 0x3e
	.byte 0x03, 0x54, 0x8a, 0xf6
	.byte 0x03, 0x74, 0x8a, 0xf6
	.byte 0x03, 0x54, 0x07, 0xf6
	.byte 0x03, 0x74, 0x07, 0xf6
	.byte 0x02, 0x7e, 0x18
	.byte 0x02, 0x7d, 0x18
	.byte 0x03, 0x7e, 0xde, 0x78
	.byte 0x03, 0x7d, 0xde, 0x78
	.byte 0x02, 0x7e, 0x92
	.byte 0x02, 0x7d, 0x92
	.byte 0x02, 0xe1, 0x05
	.byte 0x02, 0xe0, 0x05
	.byte 0x03, 0xe1, 0x86, 0x92
	.byte 0x03, 0xe0, 0x86, 0x92
	.byte 0x03, 0xe1, 0x48, 0xe7
	.byte 0x03, 0xe0, 0x48, 0xe7
	.byte 0x03, 0xe1, 0x46, 0xc2
	.byte 0x03, 0xe0, 0x46, 0xc2
	.byte 0x03, 0xe1, 0x8f, 0x8b
	.byte 0x03, 0xe0, 0x8f, 0x8b
	.byte 0x03, 0xe1, 0x21, 0x8b
	.byte 0x03, 0xe0, 0x21, 0x8b
	.byte 0x02, 0xe1, 0x84
	.byte 0x02, 0xe0, 0x84
	.byte 0x03, 0xe1, 0x0a, 0x84
	.byte 0x03, 0xe0, 0x0a, 0x84
	.byte 0x03, 0x54, 0x16, 0xf6
	.byte 0x03, 0x74, 0x16, 0xf6
	.byte 0x02, 0x54, 0x02
	.byte 0x02, 0x74, 0x02
	.byte 0x02, 0x54, 0x81
	.byte 0x02, 0x74, 0x81
	.byte 0x02, 0x54, 0x45
	.byte 0x02, 0x74, 0x45
	.byte 0x04, 0x54, 0xba, 0x85, 0x98
	.byte 0x04, 0x74, 0xba, 0x85, 0x98
	.byte 0x04, 0x54, 0xba, 0x9d, 0x98
	.byte 0x04, 0x74, 0xba, 0x9d, 0x98
	.byte 0x03, 0x54, 0x12, 0x00
	.byte 0x03, 0x74, 0x12, 0x00
	.byte 0x04, 0x54, 0x2e, 0x9d, 0xcd
	.byte 0x04, 0x74, 0x2e, 0x9d, 0xcd
	.byte 0x02, 0x54, 0x06
	.byte 0x02, 0x74, 0x06
	.byte 0x02, 0x54, 0x08
	.byte 0x02, 0x74, 0x08
	.byte 0x02, 0xe1, 0xa3
	.byte 0x02, 0xe0, 0xa3
	.byte 0x03, 0x41, 0xff, 0xa3
	.byte 0x03, 0x61, 0xff, 0xa3
	.byte 0x02, 0x54, 0x96
	.byte 0x02, 0x74, 0x96
	.byte 0x02, 0x41, 0x96
	.byte 0x02, 0x61, 0x96
	.byte 0x02, 0x54, 0x90
	.byte 0x02, 0x74, 0x90
	.byte 0x02, 0x41, 0x90
	.byte 0x02, 0x61, 0x90
	.byte 0x02, 0x54, 0x87
	.byte 0x02, 0x74, 0x87
	.byte 0x02, 0x41, 0x87
	.byte 0x02, 0x61, 0x87
	.byte 0x02, 0x54, 0x8c
	.byte 0x02, 0x74, 0x8c
	.byte 0x03, 0x54, 0x8c, 0xb7
	.byte 0x03, 0x74, 0x8c, 0xb7
	.byte 0x02, 0x54, 0x5e
	.byte 0x02, 0x74, 0x5e
	.byte 0x07, 0xe1, 0x19, 0xfe, 0xc6, 0xc5, 0xff, 0x78
	.byte 0x07, 0xe0, 0x19, 0xfe, 0xc6, 0xc5, 0xff, 0x78
	.byte 0x02, 0x54, 0x0d
	.byte 0x02, 0x74, 0x0d
	.byte 0x03, 0x42, 0xc0, 0x32
	.byte 0x03, 0x43, 0xc0, 0x33
	.byte 0x03, 0x44, 0xc0, 0x34
	.byte 0x03, 0x47, 0xc0, 0x37
	.byte 0x03, 0x49, 0xc0, 0x39
	.byte 0x03, 0x52, 0xbf, 0x32
	.byte 0x03, 0x53, 0xbf, 0x33
	.byte 0x03, 0x54, 0xbf, 0x34
	.byte 0x03, 0x56, 0xbf, 0x36
	.byte 0x03, 0x57, 0xbf, 0x37
	.byte 0x03, 0x62, 0xbe, 0x32
	.byte 0x03, 0x63, 0xbe, 0x33
	.byte 0x03, 0x64, 0xbe, 0x34
	.byte 0x03, 0x67, 0xbe, 0x37
	.byte 0x03, 0x69, 0xbe, 0x39
	.byte 0x03, 0x70, 0xcc, 0x30
	.byte 0x03, 0x72, 0xcc, 0x32
	.byte 0x03, 0x73, 0xcc, 0x33
	.byte 0x03, 0x74, 0xcc, 0x34
	.byte 0x03, 0x76, 0xcc, 0x36
	.byte 0x03, 0x77, 0xcc, 0x37
	.byte 0x04, 0x2d, 0xf8, 0x32, 0x64
	.byte 0x04, 0x3f, 0xf8, 0x33, 0x66
	.byte 0x04, 0x54, 0xbd, 0x74, 0x7f

.globl kallsyms_markers
	ALGN
kallsyms_markers:
	.long	0

.globl kallsyms_token_table
	ALGN
kallsyms_token_table:
	.asciz	"long_branch.x"
	.asciz	"_branch.x"
	.asciz	"__kvm_nvhe___kcfi_typeid_x"
	.asciz	"cfi_typeid_x"
	.asciz	"d_x"
	.asciz	"pi_$x"
	.asciz	"kallsyms_seqs_of_names"
	.asciz	"__kstrtabns"
	.asciz	"kallsyms_lookup"
	.asciz	"up"
	.asciz	"micro"
	.asciz	"ro"
	.asciz	"__kstrtabn"
	.asciz	"plain"
	.asciz	"kallsyms_look"
	.asciz	"look"
	.asciz	"ook"
	.asciz	"__kvm_nvhe___k"
	.asciz	"00000001."
	.asciz	"plai"
	.asciz	"kallsyms_seqs_of_name"
	.asciz	"me"
	.asciz	"__kcfi_typeid"
	.asciz	"cfi_typeid"
	.asciz	"$d"
	.asciz	"mod_devic"
	.asciz	"od_devic"
	.asciz	"d_devic"
	.asciz	"devic"
	.asciz	"evic"
	.asciz	"vic"
	.asciz	"mic"
	.asciz	"ic"
	.asciz	"Thumb"
	.asciz	"umb"
	.asciz	"mb"
	.asciz	"$"
	.asciz	"kallsyms_seqs_of_na"
	.asciz	"seqs_of_na"
	.asciz	"eqs_of_na"
	.asciz	"qs_of_na"
	.asciz	"s_of_na"
	.asciz	"of_na"
	.asciz	"f_na"
	.asciz	"_na"
	.asciz	"-"
	.asciz	"."
	.asciz	"pla"
	.asciz	"0"
	.asciz	"1"
	.asciz	"2"
	.asciz	"3"
	.asciz	"4"
	.asciz	"5"
	.asciz	"6"
	.asciz	"7"
	.asciz	"__kvm_nvhe___"
	.asciz	"9"
	.asciz	"e___"
	.asciz	"___"
	.asciz	"T_"
	.asciz	"0000000"
	.asciz	"BB0_1"
	.asciz	"?"
	.asciz	"B0_1"
	.asciz	"A"
	.asciz	"B"
	.asciz	"C"
	.asciz	"D"
	.asciz	"foo_veneer2"
	.asciz	"ARMV5"
	.asciz	"G"
	.asciz	"AArch64ADRP"
	.asciz	"I"
	.asciz	"rch64ADRP"
	.asciz	"ch64ADRP"
	.asciz	"L"
	.asciz	"M"
	.asciz	"64ADRP"
	.asciz	"RP"
	.asciz	"P"
	.asciz	"64AD"
	.asciz	"R"
	.asciz	"S"
	.asciz	"T"
	.asciz	"64A"
	.asciz	"V"
	.asciz	"W"
	.asciz	"AA"
	.asciz	"V5"
	.asciz	"64"
	.asciz	"veneer2"
	.asciz	"_1"
	.asciz	"000"
	.asciz	"L0"
	.asciz	"_"
	.asciz	"B0"
	.asciz	"a"
	.asciz	"b"
	.asciz	"c"
	.asciz	"d"
	.asciz	"e"
	.asciz	"f"
	.asciz	"g"
	.asciz	"h"
	.asciz	"i"
	.asciz	"1."
	.asciz	"k"
	.asciz	"l"
	.asciz	"m"
	.asciz	"n"
	.asciz	"o"
	.asciz	"p"
	.asciz	"q"
	.asciz	"r"
	.asciz	"s"
	.asciz	"t"
	.asciz	"u"
	.asciz	"v"
	.asciz	"w"
	.asciz	"x"
	.asciz	"y"
	.asciz	"pi_$"
	.asciz	"t.L"
	.asciz	"T.L"
	.asciz	"t__kvm_nvhe_"
	.asciz	"T__kvm_nvhe_"
	.asciz	"ext"
	.asciz	"xt"
	.asciz	"veneer"
	.asciz	"neer"
	.asciz	"0000"
	.asciz	"LA25Thunk_foo"
	.asciz	"long"
	.asciz	"pi_"
	.asciz	"__kernel_sigtramp"
	.asciz	"ramp"
	.asciz	"kallsyms_"
	.asciz	"__kstrtab"
	.asciz	"V7PILongThunk_foo"
	.asciz	"foo_compiled."
	.asciz	"led."
	.asciz	"LA25"
	.asciz	"ARM"
	.asciz	"__kernel_syscall_via_epc"
	.asciz	"_epc"
	.asciz	"func"
	.asciz	"cfi_typei"
	.asciz	"i_typei"
	.asciz	"foo_compi"
	.asciz	"__kernel_syscall_via_break"
	.asciz	"kallsym"
	.asciz	"_branch.bar"
	.asciz	"__kstr"
	.asciz	"__kernel_syscall_via_br"
	.asciz	"kalls"
	.asciz	"__kernel_sigt"
	.asciz	"plt"
	.asciz	"igt"
	.asciz	"alls"
	.asciz	"_br"
	.asciz	"str"
	.asciz	"bar"
	.asciz	"gp"
	.asciz	"foo_co"
	.asciz	"ym"
	.asciz	"all"
	.asciz	"eak"
	.asciz	"mpi"
	.asciz	"typei"
	.asciz	"ig"
	.asciz	"cf"
	.asciz	"type"
	.asciz	"ve"
	.asciz	"unc"
	.asciz	"foo_c"
	.asciz	"pc"
	.asciz	"ea"
	.asciz	"ba"
	.asciz	"d_"
	.asciz	"RM"
	.asciz	"V7"
	.asciz	"A25"
	.asciz	"123"
	.asciz	"A2"
	.asciz	"12"
	.asciz	"foo."
	.asciz	"d."
	.asciz	"st"
	.asciz	"_e"
	.asciz	"type_6"
	.asciz	"type_5"
	.asciz	"type_4"
	.asciz	"__kvm_nvhe_"
	.asciz	"PILongThunk_foo"
	.asciz	"PILong"
	.asciz	"pl"
	.asciz	"le"
	.asciz	"tab"
	.asciz	"ta"
	.asciz	"foo_"
	.asciz	"s_"
	.asciz	"PIL"
	.asciz	"PI"
	.asciz	"type_7"
	.asciz	"_branch."
	.asciz	"__kernel_syscall_via"
	.asciz	"all_via"
	.asciz	"l_via"
	.asciz	"__kernel_sysc"
	.asciz	"__kvm_nvh"
	.asciz	"_nvh"
	.asciz	"__kvm"
	.asciz	"_bran"
	.asciz	"__kernel_sy"
	.asciz	"mp"
	.asciz	"ran"
	.asciz	"vm"
	.asciz	"vh"
	.asciz	"sc"
	.asciz	"via"
	.asciz	"i_"
	.asciz	".L"
	.asciz	"ch."
	.asciz	"t__"
	.asciz	"T__"
	.asciz	"ong"
	.asciz	"_n"
	.asciz	"vi"
	.asciz	"ch"
	.asciz	"ng"
	.asciz	"Thunk_foo"
	.asciz	"Thunk"
	.asciz	"__kernel_s"
	.asciz	"ernel_s"
	.asciz	"nel_s"
	.asciz	"l_s"
	.asciz	"al"
	.asciz	"unk"
	.asciz	"_b"
	.asciz	"ra"
	.asciz	"00"
	.asciz	"Th"
	.asciz	"er"
	.asciz	"un"
	.asciz	"ne"
	.asciz	"_foo"
	.asciz	"l_"
	.asciz	"type_"
	.asciz	"__k"
	.asciz	"typ"
	.asciz	"yp"
	.asciz	"foo"
	.asciz	"oo"
	.asciz	"e_"
	.asciz	"__"

.globl kallsyms_token_index
	ALGN
kallsyms_token_index:
	.short	0
	.short	14
	.short	24
	.short	51
	.short	64
	.short	68
	.short	74
	.short	97
	.short	109
	.short	125
	.short	128
	.short	134
	.short	137
	.short	148
	.short	154
	.short	168
	.short	173
	.short	177
	.short	192
	.short	202
	.short	207
	.short	229
	.short	232
	.short	246
	.short	257
	.short	260
	.short	270
	.short	279
	.short	287
	.short	293
	.short	298
	.short	302
	.short	306
	.short	309
	.short	315
	.short	319
	.short	322
	.short	324
	.short	344
	.short	355
	.short	365
	.short	374
	.short	382
	.short	388
	.short	393
	.short	397
	.short	399
	.short	401
	.short	405
	.short	407
	.short	409
	.short	411
	.short	413
	.short	415
	.short	417
	.short	419
	.short	421
	.short	435
	.short	437
	.short	442
	.short	446
	.short	449
	.short	457
	.short	463
	.short	465
	.short	470
	.short	472
	.short	474
	.short	476
	.short	478
	.short	490
	.short	496
	.short	498
	.short	510
	.short	512
	.short	522
	.short	531
	.short	533
	.short	535
	.short	542
	.short	545
	.short	547
	.short	552
	.short	554
	.short	556
	.short	558
	.short	562
	.short	564
	.short	566
	.short	569
	.short	572
	.short	575
	.short	583
	.short	586
	.short	590
	.short	593
	.short	595
	.short	598
	.short	600
	.short	602
	.short	604
	.short	606
	.short	608
	.short	610
	.short	612
	.short	614
	.short	616
	.short	619
	.short	621
	.short	623
	.short	625
	.short	627
	.short	629
	.short	631
	.short	633
	.short	635
	.short	637
	.short	639
	.short	641
	.short	643
	.short	645
	.short	647
	.short	649
	.short	654
	.short	658
	.short	662
	.short	675
	.short	688
	.short	692
	.short	695
	.short	702
	.short	707
	.short	712
	.short	726
	.short	731
	.short	735
	.short	753
	.short	758
	.short	768
	.short	778
	.short	796
	.short	810
	.short	815
	.short	820
	.short	824
	.short	849
	.short	854
	.short	859
	.short	869
	.short	877
	.short	887
	.short	914
	.short	922
	.short	934
	.short	941
	.short	965
	.short	971
	.short	985
	.short	989
	.short	993
	.short	998
	.short	1002
	.short	1006
	.short	1010
	.short	1013
	.short	1020
	.short	1023
	.short	1027
	.short	1031
	.short	1035
	.short	1041
	.short	1044
	.short	1047
	.short	1052
	.short	1055
	.short	1059
	.short	1065
	.short	1068
	.short	1071
	.short	1074
	.short	1077
	.short	1080
	.short	1083
	.short	1087
	.short	1091
	.short	1094
	.short	1097
	.short	1102
	.short	1105
	.short	1108
	.short	1111
	.short	1118
	.short	1125
	.short	1132
	.short	1144
	.short	1160
	.short	1167
	.short	1170
	.short	1173
	.short	1177
	.short	1180
	.short	1185
	.short	1188
	.short	1192
	.short	1195
	.short	1202
	.short	1211
	.short	1232
	.short	1240
	.short	1246
	.short	1260
	.short	1270
	.short	1275
	.short	1281
	.short	1287
	.short	1299
	.short	1302
	.short	1306
	.short	1309
	.short	1312
	.short	1315
	.short	1319
	.short	1322
	.short	1325
	.short	1329
	.short	1333
	.short	1337
	.short	1341
	.short	1344
	.short	1347
	.short	1350
	.short	1353
	.short	1363
	.short	1369
	.short	1380
	.short	1388
	.short	1394
	.short	1398
	.short	1401
	.short	1405
	.short	1408
	.short	1411
	.short	1414
	.short	1417
	.short	1420
	.short	1423
	.short	1426
	.short	1431
	.short	1434
	.short	1440
	.short	1444
	.short	1448
	.short	1451
	.short	1455
	.short	1458
	.short	1461

