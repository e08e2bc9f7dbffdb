window.CLH_MUC_LUC={phan:["moi"],bai:{}};
