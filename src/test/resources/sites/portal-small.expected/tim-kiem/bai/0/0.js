portalSearch.document(0,{"u":"bai-viet/2018/tin-1.html","t":"Tin 1","s":"Tin ngắn số 1.","d":"01/01/2018","p":"","c":"","k":"post","b":"Tin ngắn số 1."});
